package io.switchboard.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a rule found, in the order it looked. */
final class Findings {
    private final List<String> found = new ArrayList<>();

    /** Notes {@code what} unless all is well. */
    void unless(boolean well, String what) {
        if (!well) {
            found.add(what);
        }
    }

    void add(String what) {
        found.add(what);
    }

    Stream<String> stream() {
        return found.stream();
    }
}
