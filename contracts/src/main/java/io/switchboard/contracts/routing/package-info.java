/** The language of routing: what may be asked of it and what it decides. */
@NullMarked
package io.switchboard.contracts.routing;

import org.jspecify.annotations.NullMarked;
