package io.switchboard.understanding.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a head that was taught more must not be used. */
final class Refusals {
    private static final double LEAST_KEPT = 0.985;
    private static final double MOST_LOST = 0.01;

    /** No right batch of 40 or 100 corrections cost any, and those with all labels flipped cost at least 0.009. */
    private static final double MOST_FORGOTTEN = 0.005;

    private Refusals() {}

    static List<String> of(Measures before, Measures after, Measures controlBefore, Measures controlAfter) {
        List<String> refusals = new ArrayList<>();
        double kept = controlAfter.kept().value();
        if (kept < LEAST_KEPT || kept < controlBefore.kept().value() - MOST_LOST) {
            refusals.add("Control posts that need an answer would be dropped: "
                    + change(controlBefore.kept(), controlAfter.kept()) + " are kept");
        }
        if (controlAfter.accuracy().value() < controlBefore.accuracy().value() - MOST_FORGOTTEN) {
            refusals.add("What was known of control posts would be forgotten: "
                    + change(controlBefore.accuracy(), controlAfter.accuracy()) + " are judged right");
        }
        worse("judged right", before.accuracy(), after.accuracy(), refusals);
        worse("kept though they need an answer", before.kept(), after.kept(), refusals);
        return List.copyOf(refusals);
    }

    /** Nothing to measure (no corrections that need an answer) is no reason. */
    private static void worse(String what, Figure before, Figure after, List<String> refusals) {
        if (after.value() < before.value()) {
            refusals.add("Fewer corrections that were left out would be " + what + ": " + change(before, after));
        }
    }

    private static String change(Figure before, Figure after) {
        return String.format(Locale.ROOT, "%.3f after %.3f", after.value(), before.value());
    }
}
