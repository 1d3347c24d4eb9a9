package io.switchboard.gateway.desk;

/** Redis did not answer: nobody knows what is on the desks. */
public final class DesksAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DesksAwayException(Throwable cause) {
        super("Redis did not answer", cause);
    }
}
