/** Who decides: the engine, and other ways to route that it is compared with. */
@NullMarked
package io.switchboard.simulation.dispatch;

import org.jspecify.annotations.NullMarked;
