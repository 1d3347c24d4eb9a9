package io.switchboard.gateway.account;

/** An account's file can't be used. Names the field; never quotes a value, which may be a secret in the wrong place. */
public final class BrokenAccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public BrokenAccountException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /** Returns the field that is wrong. */
    public String field() {
        return field;
    }
}
