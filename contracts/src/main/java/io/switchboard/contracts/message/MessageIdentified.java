package io.switchboard.contracts.message;

/** It is known who wrote a message. Topic {@code messages.identified}, key: centre. Chaff never gets here. */
public record MessageIdentified(Message message, Understanding understanding, Customer customer) {}
