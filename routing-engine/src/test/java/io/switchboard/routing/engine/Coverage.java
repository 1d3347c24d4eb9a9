package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the random centres came to; a rule that nothing came to was not tested. */
final class Coverage {
    private static final Set<String> REFUSALS = Set.of(
            "agent-gone",
            "consultation-open",
            "duplicate-work",
            "no-room",
            "nobody-has-these-skills",
            "not-qualified",
            "not-your-work",
            "offer-not-yours",
            "presence-not-allowed",
            "presence-unchanged",
            "same-agent",
            "time-has-passed",
            "unknown-agent",
            "unknown-offer",
            "unknown-queue",
            "unknown-work",
            "work-not-waiting");

    private final Map<String, Integer> count = new TreeMap<>();
    private int commands;

    void count(List<Event> events) {
        commands++;
        Set<String> kinds = new TreeSet<>();
        for (Event event : events) {
            kinds.add(
                    event instanceof Event.Refused refused
                            ? refused.reason()
                            : event.getClass().getSimpleName());
        }
        kinds.forEach(kind -> count.merge(kind, 1, Integer::sum));
    }

    void isComplete() {
        if (commands == 0) {
            return; // another property ran alone
        }
        Set<String> missing = new TreeSet<>(REFUSALS);
        eventKinds(Event.class).forEach(kind -> missing.add(kind.getSimpleName()));
        missing.remove("Refused");
        Set<String> all = Set.copyOf(missing);
        missing.removeAll(count.keySet());
        assertThat(missing).as("never happened in %d commands", commands).isEmpty();
        assertThat(all).as("events and refusals that are not in the document").containsAll(count.keySet());
    }

    private static List<Class<?>> eventKinds(Class<?> sealed) {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            kinds.addAll(kind.isSealed() ? eventKinds(kind) : List.of(kind));
        }
        return kinds;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("share of %,d commands%n".formatted(commands));
        count.forEach((kind, times) -> text.append("%6.2f %%  %s%n".formatted(100.0 * times / commands, kind)));
        return text.toString();
    }
}
