/**
 * Puts the engine on Kafka Streams: a partition's centres have one writer, what they decide is on the topic exactly
 * once, and what they must remember is in a changelog from which another replica takes over.
 */
@NullMarked
package io.switchboard.routing.streams;

import org.jspecify.annotations.NullMarked;
