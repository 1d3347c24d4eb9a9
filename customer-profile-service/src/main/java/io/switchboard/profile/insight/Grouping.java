package io.switchboard.profile.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what figures are told apart. */
public enum Grouping {
    CHANNEL("channel"),
    QUEUE("queue"),
    /** The organisation's own address: a page, a mailbox, a number. */
    ACCOUNT("account"),
    AGENT("agent"),
    TOPIC("topic"),
    HOUR(null),
    DAY(null);

    /** Null for spans of time: they come from the period, since it knows the time zone. */
    private final @Nullable String column;

    Grouping(@Nullable String column) {
        this.column = column;
    }

    /** Returns the grouping of that name; empty when there is none. */
    public static Optional<Grouping> of(String name) {
        return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
    }

    /** Returns all names. */
    public static String labels() {
        return Arrays.stream(values()).map(Grouping::label).collect(Collectors.joining(", "));
    }

    /** Returns its name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is a span of time. */
    public boolean isTime() {
        return column == null;
    }

    /** Returns the expression of SQL that tells rows apart, as text; {@code at} is the column of their time. */
    String expression(String at) {
        return column == null
                ? "cast(width_bucket(" + at + ", cast(cast(:edges as text) as timestamptz[])) as text)"
                : column;
    }
}
