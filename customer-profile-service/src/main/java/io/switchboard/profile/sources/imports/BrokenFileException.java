package io.switchboard.profile.sources.imports;

/** A file can't be read on: its header, its encoding or its packing is wrong. What was taken before stays taken. */
final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
