package io.switchboard.understanding.features;

/**
 * A text as the features see it: lower case, one blank between words and at both ends, mentions, addresses, numbers and the
 * brand's own name each masked by one letter, what can't be seen left out. Kept in an array that is used again, so that no text costs memory.
 */
final class TextBuffer {
    /** Characters that are read. What matters is said before; nobody can make us read a megabyte. */
    static final int LONGEST = 2_000;

    static final char MENTION = '\u0001';
    static final char ADDRESS = '\u0002';
    static final char NUMBER = '\u0003';
    static final char BRAND = '\u0004';
    static final char BRAND_MENTION = '\u0005';
    private static final int BRAND_LETTERS = 3 * Brands.SHORTEST;

    private final char[] letters = new char[LONGEST * BRAND_LETTERS / Brands.SHORTEST + 2];
    private int length;

    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }

    void read(CharSequence text, Brands brands) {
        length = 0;
        letters[length++] = ' ';
        int end = Math.min(text.length(), LONGEST);
        int at = 0;
        while (at < end) {
            at = readOne(text, at, end, brands);
        }
        blank();
    }

    /** Reads a letter, or all of what is masked, and returns where to go on. */
    private int readOne(CharSequence text, int at, int end, Brands brands) {
        char next = text.charAt(at);
        boolean tag = (next == '@' || next == '#') && at + 1 < end && isWord(text.charAt(at + 1));
        if (tag && brands.end(text, at + 1, end) > 0) {
            return brand(BRAND_MENTION, wordEnd(text, at + 1, end));
        }
        if (tag && next == '@') {
            return mask(MENTION, wordEnd(text, at + 1, end));
        }
        int brandEnd = brands.end(text, at, end);
        if (brandEnd > 0) {
            return brand(BRAND, brandEnd);
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

    /** As many letters as a name has on average, so that it weighs as much. */
    private int brand(char with, int goOn) {
        for (int i = 0; i < BRAND_LETTERS; i++) {
            letters[length++] = with;
        }
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

    static int wordEnd(CharSequence text, int from, int end) {
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
