package io.switchboard.sentiment.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the words of a lower-case text in one pass: a letter, then letters, marks and apostrophes. What stands between blanks
 * and is an address is left out, and so are links and mentions.
 */
final class Tokens {
    private final String text;
    private final List<String> tokens = new ArrayList<>();

    Tokens(String text) {
        this.text = text;
    }

    List<String> read() {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && !isBlank(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                readRun(start, end);
            }
            start = end + 1;
        }
        return List.copyOf(tokens);
    }

    /** Reads what stands between two blanks. */
    private void readRun(int start, int end) {
        int at = text.indexOf('@', start + 1, end);
        if (at < 0 || at == end - 1) {
            int from = text.charAt(start) == '@' ? mentionEnd(start + 1, end) : start;
            words(from, linkStart(from, end));
        }
    }

    private int mentionEnd(int from, int end) {
        int at = from;
        while (at < end && isHandle(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void words(int from, int end) {
        int at = from;
        while (at < end) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (Character.isLetter(letter)) {
                next = wordEnd(next, end);
                tokens.add(text.substring(at, next).replace('’', '\''));
            }
            at = next;
        }
    }

    private int wordEnd(int from, int end) {
        int at = from;
        while (at < end) {
            int letter = text.codePointAt(at);
            if (!continuesWord(letter)) {
                break;
            }
            at += Character.charCount(letter);
        }
        return at;
    }

    private static boolean continuesWord(int letter) {
        return Character.isLetter(letter) || letter == '\'' || letter == '’' || isMark(letter);
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Returns where a link begins, of which something is left after the scheme; {@code end} when there is none. */
    private int linkStart(int from, int end) {
        int at = text.indexOf("http", from, end);
        while (at >= 0) {
            int scheme = text.startsWith("://", at + 4) ? 7 : text.startsWith("s://", at + 4) ? 8 : 0;
            if (scheme > 0 && at + scheme < end) {
                return at;
            }
            at = text.indexOf("http", at + 1, end);
        }
        return end;
    }

    private static boolean isHandle(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || (letter >= '\t' && letter <= '\r');
    }
}
