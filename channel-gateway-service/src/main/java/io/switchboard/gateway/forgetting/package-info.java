/** Whoever wants to be forgotten is forgotten here, too. */
@NullMarked
package io.switchboard.gateway.forgetting;

import org.jspecify.annotations.NullMarked;
