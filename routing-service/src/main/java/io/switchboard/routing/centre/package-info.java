/**
 * A contact centre around the engine: it knows the messages and descriptions of work, speaks the contracts, and remembers.
 * No clock, no chance, no input or output.
 */
@NullMarked
package io.switchboard.routing.centre;

import org.jspecify.annotations.NullMarked;
