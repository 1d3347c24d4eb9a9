package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which queue work is in, since when, under which key, and for whom it waits there first. */
final class ReferenceQueueing {
    private final ReferenceState state;

    ReferenceQueueing(ReferenceState state) {
        this.state = state;
    }

    /** The first queue that takes it. */
    Policy.Queue natural(ReferenceWork work) {
        return state.policy.queues().stream()
                .filter(queue -> takes(queue.channels(), work.channel) && takes(queue.topics(), work.topic))
                .findFirst()
                .orElse(state.queue(ReferenceState.UNSORTED.name()));
    }

    private static boolean takes(Set<String> some, String one) {
        return some.isEmpty() || some.contains(one);
    }

    /** Sends new work on as long as its queue is full and another one is named. */
    void overflow(ReferenceWork work) {
        Policy.Queue queue = natural(work);
        while (isFull(queue)) {
            queue = state.queue(Objects.requireNonNull(queue.overflowQueue()));
            work.sentTo = queue.name();
        }
    }

    private boolean isFull(Policy.Queue queue) {
        return queue.maxWaiting() > 0
                && queue.overflowQueue() != null
                && state.work.stream()
                                .filter(ReferenceWork::waitsOrIsDeferred)
                                .filter(work -> work.queue.equals(queue.name()))
                                .count()
                        >= queue.maxWaiting();
    }

    void sort(ReferenceWork work) {
        // A queue that is missing may be back with the next policy.
        boolean sent = work.sentTo != null && state.hasQueue(work.sentTo);
        Policy.Queue queue = sent ? state.queue(Objects.requireNonNull(work.sentTo)) : natural(work);
        Hours hours = queue.hours();
        work.queue = queue.name();
        work.start = hours == null ? work.arrivedAt : hours.nextOpen(work.arrivedAt);
        work.deadline =
                hours == null ? work.start + queue.serviceTarget() : hours.after(work.start, queue.serviceTarget());
        work.warnAt = work.deadline - (work.deadline - work.start) / 5;
        work.escalateAt = queue.escalateAfter() == 0 ? Long.MAX_VALUE : work.deadline + queue.escalateAfter();
        rekey(work);
    }

    void rekey(ReferenceWork work) {
        work.key = work.deadline
                - work.priority * state.policy.msPerPriority()
                - (work.emergency ? state.policy.emergencyHeadStart() : 0);
    }

    /** Emergencies beyond the cap are ordinary work. */
    boolean mayBeEmergency() {
        return state.work.stream()
                        .filter(work -> work.emergency && work.waitsOrIsDeferred())
                        .count()
                < state.policy.emergencyCap();
    }

    /** Waits for the agent alone, if they are there and could take it and the time is not over. */
    void prefer(ReferenceWork work, @Nullable String agent, long wait) {
        work.ring = 0;
        work.preferred = null;
        if (agent != null
                && wait > 0
                && work.since + wait > state.now
                && !state.isGone(agent)
                && fitsLastRing(work, agent)) {
            waitFor(work, agent, work.since + wait);
        }
    }

    void waitFor(ReferenceWork work, String agent, long until) {
        work.ring = -1;
        work.preferred = agent;
        work.preferredUntil = until;
    }

    boolean fitsLastRing(ReferenceWork work, String agent) {
        int last = ReferenceRequirement.lastRing(state.queue(work.queue));
        return ReferenceRequirement.of(state, work, last).fits(Objects.requireNonNull(state.agents.get(agent)).profile);
    }

    /** Says where the work waits now, or when its queue opens. */
    void sayQueuedOrClosed(ReferenceWork work) {
        Hours hours = state.queue(work.queue).hours();
        long opening = hours == null ? state.now : hours.nextOpen(state.now);
        if (opening > state.now) {
            defer(work, opening, "closed");
        } else {
            sayQueued(work);
        }
    }

    long defer(ReferenceWork work, long until, String reason) {
        work.state = State.DEFERRED;
        work.agent = null;
        work.until = until;
        work.toldQueue = work.queue;
        return state.say(
                (sequence, at) -> new Event.Deferred(sequence, at, work.id, work.queue, until, work.deadline, reason));
    }

    /** A policy may have sorted the work elsewhere while somebody had it. */
    void sayQueuedIfElsewhere(ReferenceWork work) {
        if (!work.toldQueue.equals(work.queue)) {
            sayQueued(work);
        }
    }

    void sayQueued(ReferenceWork work) {
        work.toldQueue = work.queue;
        int waiting = (int) state.work.stream()
                .filter(other -> other.state == State.WAITING && other.queue.equals(work.queue))
                .count();
        ReferenceWork asked = work.consultOf;
        state.say((sequence, at) -> new Event.Queued(
                sequence, at, work.id, work.queue, work.deadline, waiting, null, asked == null ? null : asked.id));
    }
}
