/** Commands for the engine by REST: taken with 202 when Kafka has them; what became of them is an event. */
@NullMarked
package io.switchboard.routing.commands;

import org.jspecify.annotations.NullMarked;
