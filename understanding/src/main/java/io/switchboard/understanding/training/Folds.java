package io.switchboard.understanding.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of the examples that share no group; the same examples always part alike. */
public final class Folds {
    private Folds() {}

    /** Returns {@code number} parts, fewer when there are fewer groups. */
    public static List<List<Example>> of(List<Example> examples, int number) {
        Map<String, List<Example>> groups = new TreeMap<>();
        for (Example example : examples) {
            groups.computeIfAbsent(example.group(), _ -> new ArrayList<>()).add(example);
        }
        List<List<Example>> folds = new ArrayList<>();
        int next = 0;
        for (List<Example> group : groups.values()) {
            if (folds.size() < number) {
                folds.add(new ArrayList<>());
            }
            folds.get(next++ % number).addAll(group);
        }
        return folds;
    }

    /** Returns all examples but those of one part. */
    public static List<Example> without(List<List<Example>> folds, int one) {
        List<Example> rest = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            if (i != one) {
                rest.addAll(folds.get(i));
            }
        }
        return rest;
    }
}
