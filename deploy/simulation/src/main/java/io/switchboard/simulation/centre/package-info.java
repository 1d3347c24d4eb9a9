/** A simulated contact centre: customers and agents, in virtual time, under whoever decides. */
@NullMarked
package io.switchboard.simulation.centre;

import org.jspecify.annotations.NullMarked;
