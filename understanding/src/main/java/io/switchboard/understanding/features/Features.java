package io.switchboard.understanding.features;

import java.nio.CharBuffer;

/**
 * Which hashed n-grams occur in a text: words and pairs of words, marked when a negation came shortly before, and 2 to 5
 * characters in a row within a word and its blanks. A feature that occurs twice is there twice.
 *
 * <p>An instance is used again and again by one thread and allocates nothing then.
 */
public final class Features {
    /** Of this many buckets; a head that has fewer sees the lower bits of a bucket's number. */
    public static final int BUCKETS = 1 << 18;
    /** Changes with everything that gives a text other features: a head fits the features that it was trained with. */
    public static final int VERSION = 2;

    private static final int MOST = 12_000;
    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;
    /** Words after a negation that are marked. */
    private static final int REACH = 3;

    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;
    private static final int WORD = 0x9E3779B9;
    private static final int NEGATED_WORD = 0x7F4A7C15;
    private static final int PAIR = 0x85EBCA6B;
    private static final int GRAM = 0xC2B2AE35;

    private final TextBuffer text = new TextBuffer();
    private final int[] buckets = new int[MOST];
    private final int[] starts = new int[MOST];
    private int count;

    /** Returns the buckets; the first {@link #count()} are of the text read last. */
    public int[] buckets() {
        return buckets;
    }

    /** Returns how many features the text read last has. */
    public int count() {
        return count;
    }

    /** Returns where the features begin in {@link #seen()}, in the order of the buckets. */
    public int[] starts() {
        return starts;
    }

    /** Returns the text read last as the features see it: lower case, masked, words between single blanks. */
    public CharSequence seen() {
        return CharBuffer.wrap(text.letters(), 0, text.length());
    }

    /** Reads a text of which nobody knows the brand; of a long one, its beginning. */
    public void read(CharSequence of) {
        read(of, Brands.NONE);
    }

    /** Reads a text; of a long one, its beginning. */
    public void read(CharSequence of, Brands brands) {
        count = 0;
        text.read(of, brands);
        words();
        grams();
    }

    private void words() {
        char[] letters = text.letters();
        int before = 0;
        int negated = 0;
        int start = 1;
        for (int at = 1; at < text.length(); at++) {
            if (letters[at] != ' ') {
                continue;
            }
            int hash = hash(letters, start, at);
            add(hash ^ (negated > 0 ? NEGATED_WORD : WORD), start);
            if (before != 0) {
                add(before * 31 + hash ^ PAIR, start);
            }
            negated = Negations.is(letters, start, at) ? REACH : negated - 1;
            before = hash;
            start = at + 1;
        }
    }

    private void grams() {
        char[] letters = text.letters();
        for (int start = 0; start < text.length() - 1; start++) {
            int hash = FNV_START;
            for (int at = start; at < Math.min(text.length(), start + LONGEST_GRAM); at++) {
                hash = (hash ^ letters[at]) * FNV_PRIME;
                if (at - start + 1 >= SHORTEST_GRAM) {
                    add(hash ^ GRAM, start);
                }
                if (at > start && letters[at] == ' ') {
                    break;
                }
            }
        }
    }

    private static int hash(char[] letters, int from, int to) {
        int hash = FNV_START;
        for (int at = from; at < to; at++) {
            hash = (hash ^ letters[at]) * FNV_PRIME;
        }
        return hash;
    }

    private void add(int hash, int start) {
        if (count < MOST) {
            int mixed = hash * 0x9E3779B1;
            starts[count] = start;
            buckets[count++] = (mixed ^ (mixed >>> 15)) & (BUCKETS - 1);
        }
    }
}
