package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Relevance;

/** How soon a text needs an answer, and whether its writer is about to leave. */
final class Haste {
    private static final double A_WORD = 0.15;
    private static final double ANGER = 0.6;
    private static final double SAYS_SO = 0.5;
    private static final double HARD_FEELINGS = 0.4;
    private static final String CANCELLATION = "cancellation";

    private Haste() {}

    /** Returns the urgency, 0 to 1: what the head expects, more with words of haste and with anger. */
    static double urgency(Read read, Relevance relevance, Mood mood) {
        if (relevance == Relevance.CHAFF) {
            return 0;
        }
        if (read.topic().name().equals(Topic.EMERGENCY)) {
            return 1;
        }
        int hurry = hits(read, read.lexicon().urgent());
        return Math.min(1, expected(read.heads().urgency()) + A_WORD * Math.min(hurry, 3) + ANGER * mood.anger());
    }

    private static double expected(float[] probabilities) {
        double expected = 0;
        for (int k = 0; k < probabilities.length; k++) {
            expected += probabilities[k] * k / (probabilities.length - 1);
        }
        return expected;
    }

    /**
     * Returns how likely the writer is to leave, 0 to 1. No labelled texts are known; it is what they say, and how they feel
     * when they say it.
     */
    static double churnRisk(Read read, Relevance relevance, Mood mood) {
        if (relevance == Relevance.CHAFF) {
            return 0;
        }
        boolean saysSo =
                hits(read, read.lexicon().leaving()) > 0 || read.topic().name().equals(CANCELLATION);
        double feelings = HARD_FEELINGS * Math.max(0, -mood.polarity()) * (saysSo ? 1 : 0.5);
        return Math.min(1, (saysSo ? SAYS_SO : 0) + feelings);
    }

    private static int hits(Read read, Iterable<Phrase> phrases) {
        int hits = 0;
        for (Phrase phrase : phrases) {
            hits += read.words().has(phrase) ? 1 : 0;
        }
        return hits;
    }
}
