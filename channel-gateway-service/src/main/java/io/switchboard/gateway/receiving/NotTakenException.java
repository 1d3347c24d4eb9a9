package io.switchboard.gateway.receiving;

/** A message was not taken: Kafka did not acknowledge it in time. Whoever brought it must keep it and come again. */
public final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTakenException(Throwable cause) {
        super("the message was not taken", cause);
    }
}
