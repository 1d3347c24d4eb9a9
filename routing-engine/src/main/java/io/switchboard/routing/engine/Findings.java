package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sentences about a policy, each beginning with the field it is about. */
final class Findings {
    private static final int BEST_LEVEL = 5;
    private static final long MS = 1000;

    private final List<String> sentences = new ArrayList<>();

    void check(boolean fine, String field, String otherwise) {
        if (!fine) {
            sentences.add(field + ": " + otherwise);
        }
    }

    void range(String field, long value, long least, long most) {
        check(value >= least && value <= most, field, "must be " + least + " to " + most + ", is " + value);
    }

    /** Checks milliseconds, and speaks of seconds, as people do who write setups. */
    void seconds(String field, long millis, long least, long most) {
        range(field, Math.floorDiv(millis, MS), least, most);
    }

    void levels(String field, Map<String, Integer> skills) {
        skills.forEach((skill, level) -> range(field + "." + skill, level, 1, BEST_LEVEL));
    }

    void names(String field, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            check(!name.isBlank(), field + ".name", "missing");
            check(name.isBlank() || seen.add(name), field + ".name", name + " is there twice");
        }
    }

    /** Returns the sentences in the order of the alphabet: the order of a hash table would change from run to run. */
    List<String> all() {
        return sentences.stream().distinct().sorted().toList();
    }
}
