package io.switchboard.gateway.receiving;

import org.jspecify.annotations.Nullable;

/** Makes a stranger's text one that everything behind the gateway can carry. */
final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /**
     * Returns the text with half characters and NULs replaced. JSON allows both by escapes, but UTF-8 has no form for
     * the one and PostgreSQL no place for the other: such a message could be read and never be written.
     */
    static String of(String text) {
        StringBuilder clean = null;
        for (int at = 0; at < text.length(); at++) {
            if (isSound(text, at)) {
                continue;
            }
            if (clean == null) {
                clean = new StringBuilder(text);
            }
            clean.setCharAt(at, REPLACEMENT);
        }
        return clean == null ? text : clean.toString();
    }

    /** Returns the text made clean, or null for null. */
    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static boolean isSound(String text, int at) {
        char here = text.charAt(at);
        if (Character.isHighSurrogate(here)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(here)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return here != 0;
    }
}
