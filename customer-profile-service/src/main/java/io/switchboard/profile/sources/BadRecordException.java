package io.switchboard.profile.sources;

/** A record that can't be taken as it is. The reason names fields and never quotes a value: it goes to logs and headers. */
public final class BadRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRecordException(String reason) {
        super(reason, null, false, false);
    }

    /** Returns what is wrong with it, a short sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
