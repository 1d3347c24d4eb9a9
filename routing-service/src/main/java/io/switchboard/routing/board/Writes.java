package io.switchboard.routing.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes to a centre's keys, in the words of {@code write.lua}. */
final class Writes {
    private static final int WORDS = 4;

    private final List<String> words = new ArrayList<>();

    Writes put(String key, String field, String value) {
        return add("put", key, field, value);
    }

    Writes drop(String key, String field) {
        return add("drop", key, field, "");
    }

    /** Adds to a number that goes away at 0. */
    Writes count(String field, int by) {
        return add("count", BoardKeys.COUNTS, field, String.valueOf(by));
    }

    Writes sum(String key, String field, long by) {
        return add("add", key, field, String.valueOf(by));
    }

    Writes greatest(String key, String field, long one) {
        return add("greatest", key, field, String.valueOf(one));
    }

    Writes enter(String key, String member, long score) {
        return add("enter", key, member, String.valueOf(score));
    }

    Writes leave(String key, String member) {
        return add("leave", key, member, "");
    }

    Writes expire(String key, Duration after) {
        return add("expire", key, "", String.valueOf(after.toSeconds()));
    }

    private Writes add(String operation, String key, String field, String value) {
        words.addAll(List.of(operation, key, field, value));
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }

    /** Returns the same in pieces of so many writes, so that none holds Redis up for long; at least one, be it empty. */
    List<List<String>> pieces(int writes) {
        List<List<String>> pieces = new ArrayList<>();
        int size = writes * WORDS;
        for (int from = 0; from == 0 || from < words.size(); from += size) {
            pieces.add(List.copyOf(words.subList(from, Math.min(words.size(), from + size))));
        }
        return pieces;
    }
}
