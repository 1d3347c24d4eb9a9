package io.switchboard.platform;

/** The suite was not started, and nothing was half-started; the message is one sentence that says why. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why, and what to do. */
    public RefusedException(String message) {
        super(message);
    }
}
