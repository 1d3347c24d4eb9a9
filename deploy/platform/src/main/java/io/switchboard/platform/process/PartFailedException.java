package io.switchboard.platform.process;

/** A part did not start, or not in time; the message is for the person at the terminal. */
public final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public PartFailedException(String message) {
        super(message);
    }

    /** Says why, with what caused it. */
    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
