package io.switchboard.profile.insight;

import io.switchboard.profile.insight.Figures.Times;
import io.switchboard.profile.insight.Insight.Step;
import io.switchboard.profile.insight.Insight.Topic;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the statements of insight. */
final class InsightRows {
    private InsightRows() {}

    static Figures messages(Object[] row, int at) {
        return new Figures(
                count(row[at]),
                count(row[at + 1]),
                count(row[at + 2]),
                number(row[at + 3]),
                count(row[at + 4]),
                0,
                0,
                0,
                Times.NONE,
                Times.NONE,
                0,
                0);
    }

    static Figures contacts(Object[] row, int at) {
        return Figures.NONE.withContactsOf(new Figures(
                0,
                0,
                0,
                null,
                0,
                count(row[at]),
                count(row[at + 1]),
                count(row[at + 2]),
                times(row, at + 3),
                times(row, at + 7),
                count(row[at + 11]),
                count(row[at + 12])));
    }

    private static Times times(Object[] row, int at) {
        return new Times(number(row[at]), number(row[at + 1]), number(row[at + 2]), number(row[at + 3]));
    }

    static Topic topic(Object[] row) {
        return new Topic(
                (String) row[0], count(row[1]), count(row[2]), number(row[3]), ((Number) row[4]).doubleValue());
    }

    static Step step(Object[] row) {
        return new Step((String) row[0], (String) row[1], count(row[2]), number(row[3]));
    }

    /** Time runs; everything else goes by the alphabet, and what is not known comes last. */
    static Comparator<List<@Nullable String>> order(List<Grouping> by) {
        Comparator<List<@Nullable String>> order = (_, _) -> 0;
        for (int i = 0; i < by.size(); i++) {
            int at = i;
            boolean time = by.get(i).isTime();
            order = order.thenComparing((one, other) -> compare(one.get(at), other.get(at), time));
        }
        return order;
    }

    private static int compare(@Nullable String one, @Nullable String other, boolean time) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return time ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }

    private static long count(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : null;
    }
}
