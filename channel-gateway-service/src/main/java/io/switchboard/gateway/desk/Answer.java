package io.switchboard.gateway.desk;

import java.util.UUID;

/** What the gateway says to something an agent did. */
public sealed interface Answer {

    /** Kafka has it. {@code id} is the command's or the reply's. */
    record Taken(UUID id) implements Answer {}

    /** There is no such offer or work, or it is somebody else's. {@code reason} is a fixed word. */
    record Unknown(String reason) implements Answer {}
}
