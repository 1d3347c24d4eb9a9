package io.switchboard.contracts.message;

/** A channel delivered a message. Topic {@code messages.received}, key: conversation. */
public record MessageReceived(Message message) {}
