/** The questions put to the simulation, and what must come out. */
@NullMarked
package io.switchboard.simulation.study;

import org.jspecify.annotations.NullMarked;
