package io.switchboard.gateway.attachment;

/** A file was not fetched; says why in one of {@link Problems}' words. */
final class NotFetchedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFetchedException(String problem) {
        super(problem, null, false, false);
    }

    /** Returns the word. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
