package io.switchboard.contracts.message;

/** A message was understood. Topic {@code messages.understood}, key: conversation. */
public record MessageUnderstood(Message message, Understanding understanding) {}
