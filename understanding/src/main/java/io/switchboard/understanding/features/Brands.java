package io.switchboard.understanding.features;

import java.util.Collection;
import java.util.List;

/**
 * The names that a brand goes by. A judge that knows them sees that a text is about the brand, whichever it is, and can't take
 * what it heard of one brand for the meaning of another's name. Immutable.
 */
public final class Brands {
    /** Knows no name. */
    public static final Brands NONE = new Brands(List.of());

    /** Letters that a name has at least; shorter ones are no names. */
    static final int SHORTEST = 2;

    private final List<String> names;

    private Brands(List<String> names) {
        this.names = names;
    }

    /**
     * Returns the brand of some names.
     *
     * @param names as they are written, handles without {@code @}; capitals make no difference
     */
    public static Brands of(Collection<String> names) {
        return new Brands(names.stream()
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST)
                .distinct()
                .toList());
    }

    /** Returns whether a text has a name or handle of the brand. */
    public boolean in(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (end(text, at, text.length()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether no name is known. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns a text in which each name is {@code as}, and each handle or hashtag that begins with a name {@code @brand}. */
    public String replace(String text, String as) {
        if (names.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            int tagEnd = next == '@' || next == '#' ? end(text, at + 1, text.length()) : -1;
            int nameEnd = end(text, at, text.length());
            if (tagEnd > 0) {
                replaced.append("@brand");
                at = TextBuffer.wordEnd(text, tagEnd, text.length());
            } else if (nameEnd > 0) {
                replaced.append(as);
                at = nameEnd;
            } else {
                replaced.append(next);
                at++;
            }
        }
        return replaced.toString();
    }

    /** Returns where the name ends that begins at {@code at}, or -1: within a word none begins. Allocates nothing. */
    int end(CharSequence text, int at, int end) {
        if (names.isEmpty() || (at > 0 && TextBuffer.isWord(text.charAt(at - 1)))) {
            return -1;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (begins(text, at, end, name)) {
                return at + name.length();
            }
        }
        return -1;
    }

    private static boolean begins(CharSequence text, int at, int end, String name) {
        if (at + name.length() > end) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != Character.toLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
