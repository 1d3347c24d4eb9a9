package io.switchboard.lab;

import java.util.function.IntConsumer;

/** Says how far something is, on the line that the terminal shows. */
final class Progress {
    private Progress() {}

    static IntConsumer of(String what) {
        return percent -> System.err.printf(percent < 100 ? "\r%s: %d %%" : "\r%s: %d %%%n", what, percent);
    }
}
