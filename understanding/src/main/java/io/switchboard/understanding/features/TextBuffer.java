package io.switchboard.understanding.features;

/**
 * A text as the features see it: lower case, one blank between words and at both ends, mentions, addresses and numbers each
 * masked by one letter, what can't be seen left out. Kept in an array that is used again, so that no text costs memory.
 */
final class TextBuffer {
    /** Characters that are read. What matters is said before; nobody can make us read a megabyte. */
    static final int LONGEST = 2_000;

    static final char MENTION = '\u0001';
    static final char ADDRESS = '\u0002';
    static final char NUMBER = '\u0003';

    private final char[] letters = new char[LONGEST + 2];
    private int length;

    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }

    void read(CharSequence text) {
        length = 0;
        letters[length++] = ' ';
        int end = Math.min(text.length(), LONGEST);
        int at = 0;
        while (at < end) {
            at = readOne(text, at, end);
        }
        blank();
    }

    /** Reads a letter, or all of what is masked, and returns where to go on. */
    private int readOne(CharSequence text, int at, int end) {
        char next = text.charAt(at);
        if (next == '@' && at + 1 < end && isWord(text.charAt(at + 1))) {
            return mask(MENTION, wordEnd(text, at + 1, end));
        }
        if (startsAddress(text, at, end)) {
            return mask(ADDRESS, blankEnd(text, at, end));
        }
        if (Character.isDigit(next)) {
            return mask(NUMBER, digitsEnd(text, at, end));
        }
        if (isSpace(next)) {
            blank();
        } else if (!isInvisible(next)) {
            letters[length++] = next == '’' ? '\'' : Character.toLowerCase(next);
        }
        return at + 1;
    }

    private int mask(char with, int goOn) {
        letters[length++] = with;
        return goOn;
    }

    private void blank() {
        if (letters[length - 1] != ' ') {
            letters[length++] = ' ';
        }
    }

    private static boolean startsAddress(CharSequence text, int at, int end) {
        return matches(text, at, end, "http://")
                || matches(text, at, end, "https://")
                || matches(text, at, end, "www.");
    }

    private static boolean matches(CharSequence text, int at, int end, String start) {
        if (at + start.length() > end) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int wordEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int blankEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int digitsEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns whether a letter can be of a handle. */
    static boolean isWord(char letter) {
        return letter == '_' || Character.isLetterOrDigit(letter);
    }

    private static boolean isSpace(char letter) {
        return letter <= ' ' || Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isInvisible(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
