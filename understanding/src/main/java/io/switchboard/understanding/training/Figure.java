package io.switchboard.understanding.training;

import java.util.Locale;

/**
 * A figure and the middle 95 % of what it is when groups are drawn anew (bootstrap by group). NaN where there is nothing to
 * measure.
 */
public record Figure(double value, double low, double high) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
}
