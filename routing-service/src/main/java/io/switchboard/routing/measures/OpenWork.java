package io.switchboard.routing.measures;

import io.switchboard.contracts.routing.AlertLevel;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What measuring remembers of a work item while it is open.
 *
 * @param place where it is
 * @param queue its queue
 * @param agent before whom or with whom it is, null when with nobody
 * @param arrivedAt when the customer wrote
 * @param start from when its wait counts: arrival, opening when it came to a closed queue, or the time agreed on when it was
 *     postponed
 * @param deadline by when somebody should have taken it
 * @param unanswered nobody has taken it yet, and its arrival was counted
 * @param question one agent asks it of another; no customer waits for it
 * @param since since when it is held or wrapped up, null when it is neither
 * @param alert how late it is, null when it is not, or was taken
 */
public record OpenWork(
        Place place,
        String queue,
        @Nullable String agent,
        Instant arrivedAt,
        Instant start,
        Instant deadline,
        boolean unanswered,
        boolean question,
        @Nullable Instant since,
        @Nullable AlertLevel alert) {

    /** Returns work that nobody has seen before. */
    static OpenWork arrived(Place place, WorkItem item, Instant start) {
        boolean question = isQuestion(item);
        return new OpenWork(
                place, item.queue(), null, item.arrivedAt(), start, item.deadline(), !question, question, null, null);
    }

    /** Returns work that is seen for the first time when much has happened to it: it is shown, its answer not counted. */
    static OpenWork found(WorkItem item) {
        return new OpenWork(
                Place.WAITING,
                item.queue(),
                null,
                item.arrivedAt(),
                item.arrivedAt(),
                item.deadline(),
                false,
                isQuestion(item),
                null,
                null);
    }

    /** A question has no messages of its own. */
    private static boolean isQuestion(WorkItem item) {
        return item.messageIds().isEmpty();
    }

    OpenWork waiting() {
        return at(Place.WAITING, null, null);
    }

    OpenWork offeredTo(String name) {
        return at(Place.OFFERED, name, null);
    }

    OpenWork takenBy(String name, Instant now) {
        return new OpenWork(Place.HELD, queue, name, arrivedAt, start, deadline, false, question, now, null);
    }

    OpenWork wrappingUp(Instant now) {
        return at(Place.WRAPPING_UP, agent, now);
    }

    OpenWork late(AlertLevel level) {
        return new OpenWork(
                place,
                queue,
                agent,
                arrivedAt,
                start,
                deadline,
                unanswered,
                question,
                since,
                unanswered ? level : null);
    }

    /** In a queue as this description says, in a place where nobody has it. */
    OpenWork sorted(Place where, WorkItem item, Instant waitsFrom) {
        return new OpenWork(
                where, item.queue(), null, arrivedAt, waitsFrom, item.deadline(), unanswered, question, null, alert);
    }

    private OpenWork at(Place where, @Nullable String who, @Nullable Instant when) {
        return new OpenWork(where, queue, who, arrivedAt, start, deadline, unanswered, question, when, alert);
    }

    /** Returns whether it takes the agent's time. */
    boolean isInHand() {
        return place == Place.HELD || place == Place.WRAPPING_UP;
    }

    /** Returns how long it has waited at {@code now}; not below zero, as when it is taken before its queue opens. */
    Duration waited(Instant now) {
        return now.isAfter(start) ? Duration.between(start, now) : Duration.ZERO;
    }
}
