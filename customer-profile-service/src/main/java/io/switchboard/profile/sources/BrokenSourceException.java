package io.switchboard.profile.sources;

/** A source's file can't be used. Names the field or line and what is wrong with it; never quotes a value. */
public final class BrokenSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public BrokenSourceException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /** Returns the field that is wrong. */
    public String field() {
        return field;
    }
}
