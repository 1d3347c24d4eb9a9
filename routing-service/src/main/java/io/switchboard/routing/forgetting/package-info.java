/** Whoever wants to be forgotten is forgotten here, too. */
@NullMarked
package io.switchboard.routing.forgetting;

import org.jspecify.annotations.NullMarked;
