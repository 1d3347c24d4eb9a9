package io.switchboard.profile.sources.imports;

import org.jspecify.annotations.Nullable;

/**
 * One row's bytes, cut out of a file.
 *
 * @param bytes the row with its line break
 * @param line its first line, counted from 1
 * @param lines how many line breaks it spans; a quoted value may have some
 * @param next where the next row begins, in bytes from the start of the text
 * @param problem why these bytes are no row; null when they may be one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cut(
        byte[] bytes,
        long line,
        int lines,
        long next,
        @Nullable String problem) {
    /** Returns the line on which the next row begins. */
    long nextLine() {
        return line + lines;
    }
}
