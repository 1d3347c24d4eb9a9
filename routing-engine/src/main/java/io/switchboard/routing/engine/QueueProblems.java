package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Hours.Span;
import io.switchboard.routing.engine.Policy.Queue;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with one queue of a policy. */
final class QueueProblems {
    private static final long YEAR = 366 * 86_400L;
    private static final int MOST_WAITING = 10_000_000;

    private final Policy policy;
    private final Queue queue;
    private final PolicyRings rings;
    private final Findings found;
    private final String field;

    QueueProblems(Policy policy, Queue queue, PolicyRings rings, Findings found) {
        this.policy = policy;
        this.queue = queue;
        this.rings = rings;
        this.found = found;
        this.field = "queues." + queue.name();
    }

    void find() {
        found.check(
                !queue.name().equals(PolicyProblems.UNSORTED), field + ".name", "routing keeps this name for itself");
        found.levels(field + ".skills", queue.skills());
        for (String channel : queue.channels()) {
            found.check(policy.channels().containsKey(channel), field + ".channels", channel + " is no channel");
        }
        numbers();
        new StepProblems(queue, rings, found).find();
        servable();
        overflow();
        hours();
    }

    private void numbers() {
        found.seconds(field + ".serviceLevelSeconds", queue.serviceTarget(), 1, YEAR);
        found.seconds(field + ".escalateAfterSeconds", queue.escalateAfter(), 0, YEAR);
        found.seconds(field + ".preferredWaitSeconds", queue.preferredWait(), 0, PolicyProblems.WEEK);
        found.seconds(field + ".wrapUpSeconds", queue.wrapUp(), 0, PolicyProblems.WEEK);
        found.range(field + ".maxWaiting", queue.maxWaiting(), 0, MOST_WAITING);
    }

    private void servable() {
        List<Map<String, Integer>> last = rings.of(queue).getLast();
        boolean goesElsewhere = queue.relaxation().stream().anyMatch(step -> step.toCentre() != null);
        if (goesElsewhere) {
            return;
        }
        if (!rings.somebodyFits(last, 0)) {
            found.check(
                    false,
                    field + ".skills",
                    queue.relaxation().isEmpty()
                            ? "nobody has them all"
                            : "nobody has them all, even after every step");
            return;
        }
        for (String channel : rings.channels(queue)) {
            found.check(
                    rings.somebodyFits(last, rings.weight(channel)),
                    field,
                    "nobody with the skills has the capacity for " + channel);
        }
    }

    private void overflow() {
        String to = queue.overflowQueue();
        found.check(queue.maxWaiting() == 0 || to != null, field + ".maxWaiting", "needs an overflowQueue");
        if (to == null) {
            return;
        }
        if (rings.queue(to).isEmpty()) {
            found.check(false, field + ".overflowQueue", to + " is no queue");
            return;
        }
        Set<String> passed = new HashSet<>();
        Optional<Queue> next = Optional.of(queue);
        while (next.isPresent() && passed.add(next.get().name())) {
            String further = next.get().overflowQueue();
            next = further == null ? Optional.empty() : rings.queue(further);
        }
        // A queue whose work runs into somebody else's circle is not in it: the circle is told where it is.
        found.check(
                next.isEmpty() || !next.get().name().equals(queue.name()),
                field + ".overflowQueue",
                "overflows in a circle");
    }

    private void hours() {
        Hours hours = queue.hours();
        if (hours == null) {
            return;
        }
        found.check(hours.openPerWeek().isPositive(), field + ".hours", "it never opens");
        hours.open().forEach(this::day);
    }

    private void day(DayOfWeek day, List<Span> spans) {
        String where = field + ".hours.open." + day.name().toLowerCase(Locale.ROOT);
        LocalTime free = LocalTime.MIDNIGHT;
        boolean dayIsOver = false;
        for (Span span : spans) {
            boolean untilMidnight = span.to().equals(LocalTime.MIDNIGHT);
            found.check(
                    untilMidnight || span.from().isBefore(span.to()),
                    where,
                    span.from() + "-" + span.to() + " ends before it begins");
            found.check(
                    !dayIsOver && !span.from().isBefore(free),
                    where,
                    span.from() + "-" + span.to() + " must begin after the span before it");
            free = span.to();
            dayIsOver |= untilMidnight;
        }
    }
}
