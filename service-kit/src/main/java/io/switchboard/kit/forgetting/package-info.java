/** Whoever wants to be forgotten is forgotten by every service that keeps anything of theirs. */
@NullMarked
package io.switchboard.kit.forgetting;

import org.jspecify.annotations.NullMarked;
