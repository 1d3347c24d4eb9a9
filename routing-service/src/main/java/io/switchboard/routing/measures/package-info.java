/**
 * The measures of a contact centre, defined once: {@code Count} says what is counted, {@code Measuring} counts it from
 * routing's events, {@code WorkFigures} and {@code AgentFigures} say what follows. Live and history use the same code. The
 * JDK and the contracts, no clock, no I/O.
 */
@NullMarked
package io.switchboard.routing.measures;

import org.jspecify.annotations.NullMarked;
