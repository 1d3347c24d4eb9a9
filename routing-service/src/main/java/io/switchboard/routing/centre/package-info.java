/**
 * Decides who gets which work, for one centre at a time: inputs in, events out. No clock, no input or output, no
 * framework: time and ids are data, so the same inputs give the same events.
 */
@NullMarked
package io.switchboard.routing.centre;

import org.jspecify.annotations.NullMarked;
