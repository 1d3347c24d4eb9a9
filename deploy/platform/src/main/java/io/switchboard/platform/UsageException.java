package io.switchboard.platform;

/** What was typed makes no sense; the message says what and what would. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong. */
    public UsageException(String message) {
        super(message);
    }
}
