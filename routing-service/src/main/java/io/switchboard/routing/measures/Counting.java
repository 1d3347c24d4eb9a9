package io.switchboard.routing.measures;

import io.switchboard.contracts.routing.AlertLevel;
import io.switchboard.contracts.routing.RoutingEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event about a work item counts. Used for one event and thrown away. */
final class Counting {
    /** The reason of a cancellation that says the customer gave up. */
    static final String CUSTOMER_LEFT = "customer-left";

    private final Duration soon;
    private final OpenWork work;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();

    private Counting(Duration soon, OpenWork work, Instant now) {
        this.soon = soon;
        this.work = work;
        this.now = now;
    }

    /**
     * Returns what an event counts.
     *
     * @param soon who leaves sooner than this counts apart
     */
    static List<Entry> of(@Nullable OpenWork before, @Nullable OpenWork after, RoutingEvent event, Duration soon) {
        @Nullable OpenWork known = before == null ? after : before;
        if (known == null) {
            return List.of();
        }
        var counting = new Counting(soon, known, event.at());
        counting.count(before, after, event);
        return counting.entries;
    }

    private void count(@Nullable OpenWork before, @Nullable OpenWork after, RoutingEvent event) {
        switch (event) {
            case RoutingEvent.WorkQueued _ -> sorted(before, after);
            case RoutingEvent.WorkDeferred _ -> deferred(before, after);
            case RoutingEvent.WorkOffered e -> both(e.agent(), Count.OFFERS);
            case RoutingEvent.OfferAccepted e -> taken(e.agent(), Count.ACCEPTED);
            case RoutingEvent.WorkAssigned e -> taken(e.agent(), Count.ASSIGNED);
            case RoutingEvent.OfferDeclined e -> both(e.agent(), Count.DECLINED);
            case RoutingEvent.OfferExpired e -> both(e.agent(), Count.MISSED);
            case RoutingEvent.OfferWithdrawn e -> both(e.agent(), Count.WITHDRAWN);
            case RoutingEvent.WorkReleased e -> handlingOf(e.agent(), Count.GIVEN_BACK, 1);
            case RoutingEvent.WorkTransferred e -> handled(e.agent(), Count.TRANSFERRED);
            case RoutingEvent.WorkCompleted e -> completed(e.agent());
            case RoutingEvent.WrapUpEnded e -> handlingOf(e.agent(), Count.HANDLE_MS, heldFor());
            case RoutingEvent.WorkCancelled e -> gone(e.reason());
            case RoutingEvent.WorkOverflowed _ -> gone("");
            case RoutingEvent.ServiceLevelAlert e -> alert(e.level());
            case RoutingEvent.MessageAdded _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> {}
        }
    }

    private void sorted(@Nullable OpenWork before, @Nullable OpenWork after) {
        if (after == null || !after.unanswered()) {
            return;
        }
        if (before == null) {
            queue(after.queue(), Count.ARRIVED, 1);
        } else if (!before.queue().equals(after.queue())) {
            queue(before.queue(), Count.LEFT, 1);
            queue(after.queue(), Count.ARRIVED, 1);
        }
    }

    private void deferred(@Nullable OpenWork before, @Nullable OpenWork after) {
        if (before != null && before.place() == Place.HELD && before.agent() != null) {
            handled(before.agent(), Count.POSTPONED);
        }
        sorted(before, after);
    }

    private void taken(String agent, Count how) {
        both(agent, how);
        if (work.unanswered()) {
            long waited = work.waited(now).toMillis();
            queue(Count.ANSWERED, 1);
            queue(Count.WAIT_MS, waited);
            queue(Count.LONGEST_WAIT_MS, waited);
            if (!now.isAfter(work.deadline())) {
                queue(Count.ANSWERED_IN_TARGET, 1);
            }
        }
    }

    private void gone(String reason) {
        if (!work.unanswered()) {
            return;
        }
        if (!reason.equals(CUSTOMER_LEFT)) {
            queue(Count.LEFT, 1);
        } else if (work.waited(now).compareTo(soon) < 0) {
            queue(Count.ABANDONED_SOON, 1);
        } else {
            queue(Count.ABANDONED, 1);
        }
    }

    private void alert(AlertLevel level) {
        if (work.unanswered() && level == AlertLevel.BREACHED) {
            queue(Count.BREACHED, 1);
        }
    }

    private void completed(String agent) {
        handled(agent, Count.COMPLETED);
        if (work.since() != null) {
            handlingOf(
                    agent,
                    Count.OPEN_MS,
                    Duration.between(work.arrivedAt(), now).toMillis());
        }
    }

    /** What was taken before anybody looked is not counted: nobody knows how long it was held. */
    private void handled(String agent, Count how) {
        if (work.since() != null) {
            handlingOf(agent, how, 1);
            handlingOf(agent, Count.HANDLED, 1);
            handlingOf(agent, Count.HANDLE_MS, heldFor());
        }
    }

    private long heldFor() {
        return work.since() == null ? 0 : Duration.between(work.since(), now).toMillis();
    }

    /** A question is no customer's work: what became of it says nothing about how long customers' work takes. */
    private void handlingOf(String agent, Count count, long amount) {
        if (!work.question()) {
            queue(count, amount);
            add(Subject.agent(agent), count, amount);
        }
    }

    private void both(String agent, Count count) {
        if (!work.question()) {
            queue(count, 1);
        }
        add(Subject.agent(agent), count, 1);
    }

    private void queue(Count count, long amount) {
        queue(work.queue(), count, amount);
    }

    private void queue(String name, Count count, long amount) {
        add(Subject.queue(name), count, amount);
    }

    private void add(Subject subject, Count count, long amount) {
        if (amount > 0) {
            entries.add(new Entry(subject, now.truncatedTo(ChronoUnit.MINUTES), count, amount));
        }
    }
}
