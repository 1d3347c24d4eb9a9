package io.switchboard.profile.api;

import io.switchboard.profile.insight.Grouping;
import io.switchboard.profile.insight.Period;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads by what a caller wants figures told apart. */
final class Groupings {
    private static final int MOST = 3;

    private Groupings() {}

    /** Returns the groupings in a caller's order, else 400 with what is wrong. */
    static List<Grouping> read(@Nullable String by, Period period) {
        List<Grouping> groupings = by == null || by.isEmpty()
                ? List.of()
                : Arrays.stream(by.split(",", -1)).map(Groupings::one).toList();
        if (groupings.size() > MOST || groupings.stream().distinct().count() < groupings.size()) {
            throw Answers.refused("by: name each once, and at most " + MOST + ".");
        }
        if (groupings.stream().filter(Grouping::isTime).count() > 1) {
            throw Answers.refused("by: hour or day, not both.");
        }
        if (groupings.contains(Grouping.HOUR) && period.length() > Period.MOST_DAYS_BY_HOUR) {
            throw Answers.refused("by: hours are told of at most " + Period.MOST_DAYS_BY_HOUR + " days at once.");
        }
        return groupings;
    }

    private static Grouping one(String name) {
        return Grouping.of(name).orElseThrow(() -> Answers.refused("by: name any of " + Grouping.labels() + "."));
    }
}
