package io.switchboard.sentiment.judges;

import io.switchboard.understanding.training.Adaptation;
import io.switchboard.understanding.training.Figure;
import io.switchboard.understanding.training.Measures;
import org.jspecify.annotations.Nullable;

/**
 * How a judge does, on texts that it had not seen.
 *
 * @param before the judge that ships, on the corrections
 * @param after the new one, on corrections that were left out of what it learned
 * @param controlBefore the one that ships, on the project's own posts
 * @param controlAfter the new one
 */
record Report(Shares before, Shares after, Shares controlBefore, Shares controlAfter) {
    /**
     * Shares from 0 to 1; null where there was nothing to measure.
     *
     * @param kept of the texts that need an answer and are not dropped
     * @param dropped of the chaff that is dropped
     * @param accuracy of the texts judged right
     * @param calibrationError how far what it says of its sureness is from how often it is right
     */
    record Shares(
            @Nullable Share kept,
            @Nullable Share dropped,
            @Nullable Share accuracy,
            @Nullable Share calibrationError) {

        static Shares of(Measures measures) {
            return new Shares(
                    Share.of(measures.kept()),
                    Share.of(measures.dropped()),
                    Share.of(measures.accuracy()),
                    Share.of(measures.calibrationError()));
        }
    }

    /** A share, and its 95 % interval by bootstrap; the interval is null when too few texts could be drawn for one. */
    record Share(
            double value, @Nullable Double low, @Nullable Double high) {

        static @Nullable Share of(Figure figure) {
            return Double.isNaN(figure.value())
                    ? null
                    : new Share(round(figure.value()), bound(figure.low()), bound(figure.high()));
        }

        private static @Nullable Double bound(double bound) {
            return Double.isNaN(bound) ? null : (Double) round(bound);
        }

        private static double round(double value) {
            return Math.round(value * 10_000) / 10_000.0;
        }
    }

    static Report of(Adaptation learned) {
        return new Report(
                Shares.of(learned.before()),
                Shares.of(learned.after()),
                Shares.of(learned.controlBefore()),
                Shares.of(learned.controlAfter()));
    }
}
