package io.switchboard.routing.engine;

import java.util.Arrays;

/** A growing set of small numbers, with the words laid open: sets are met word by word. */
final class Bits {
    long[] words = {};

    void set(int bit) {
        int word = bit >> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
        }
        words[word] |= 1L << bit;
    }

    void clear(int bit) {
        int word = bit >> 6;
        if (word < words.length) {
            words[word] &= ~(1L << bit);
        }
    }

    boolean get(int bit) {
        int word = bit >> 6;
        return word < words.length && (words[word] & 1L << bit) != 0;
    }

    void addAll(Bits others) {
        if (others.words.length > words.length) {
            words = Arrays.copyOf(words, others.words.length);
        }
        for (int word = 0; word < others.words.length; word++) {
            words[word] |= others.words[word];
        }
    }
}
