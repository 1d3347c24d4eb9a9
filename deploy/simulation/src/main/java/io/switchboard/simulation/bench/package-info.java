/** How quick the engine is. */
@NullMarked
package io.switchboard.simulation.bench;

import org.jspecify.annotations.NullMarked;
