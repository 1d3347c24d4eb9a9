package io.switchboard.routing.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Puts the first difference between two engines so that it can be understood. */
final class Comparison {
    private static final int LAST_COMMANDS = 12;

    private Comparison() {}

    /** Finds nothing different, or says on which day and where, after which commands, and what else is known. */
    static void same(String day, List<Event> events, List<Event> expected, List<Command> told, Object known) {
        if (events.equals(expected)) {
            return;
        }
        int same = 0;
        while (same < Math.min(events.size(), expected.size())
                && events.get(same).equals(expected.get(same))) {
            same++;
        }
        throw new AssertionError("%s: event %d of command %d differs%n  expected: %s%n  but was:  %s%s"
                .formatted(
                        day,
                        same,
                        told.size() - 1,
                        at(expected, same),
                        at(events, same),
                        story(told, expected, known)));
    }

    private static String at(List<Event> events, int index) {
        return index < events.size() ? events.get(index).toString() : "nothing";
    }

    static String story(List<Command> told, List<Event> expected, Object known) {
        return "%nthe last commands:%n%s%nexpected events:%n%s%n%s"
                .formatted(
                        lines(told.subList(Math.max(0, told.size() - LAST_COMMANDS), told.size())),
                        lines(expected),
                        known);
    }

    private static String lines(List<?> things) {
        return things.stream().map(thing -> "  " + thing).collect(Collectors.joining("\n"));
    }
}
