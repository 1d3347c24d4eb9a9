package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.State;
import org.jspecify.annotations.Nullable;

/** What customers do: null when it was done, else the word it is refused with. */
final class ReferenceArrivals {
    private final ReferenceState state;
    private final ReferenceMoves moves;
    private final ReferenceQueueing queueing;

    ReferenceArrivals(ReferenceState state, ReferenceMoves moves) {
        this.state = state;
        this.moves = moves;
        queueing = new ReferenceQueueing(state);
    }

    @Nullable
    String arrive(Command.Arrive arrive) {
        if (state.find(arrive.work()) != null) {
            return "duplicate-work";
        }
        ReferenceWork work = new ReferenceWork(
                ++state.lastNumber,
                arrive.work(),
                arrive.channel(),
                arrive.topic(),
                arrive.language(),
                Math.min(arrive.arrivedAt(), state.now),
                arrive.lastAgent(),
                null);
        work.priority = priority(arrive.priority());
        work.emergency = arrive.emergency() && queueing.mayBeEmergency();
        queueing.overflow(work);
        queueing.sort(work);
        work.since = work.start;
        state.work.add(work);
        queueing.sayQueuedOrClosed(work);
        if (work.state == State.WAITING) {
            queueing.prefer(work, work.lastAgent, state.queue(work.queue).preferredWait());
        }
        return null;
    }

    private static int priority(int asked) {
        return Math.max(0, Math.min(100, asked));
    }

    @Nullable
    String update(Command.Update update) {
        ReferenceWork work = state.findOpen(update.work());
        if (work == null) {
            return "unknown-work";
        }
        int priority = Math.max(work.priority, priority(update.priority()));
        boolean emergency = work.emergency || update.emergency() && queueing.mayBeEmergency();
        if (priority != work.priority || emergency != work.emergency) {
            work.priority = priority;
            work.emergency = emergency;
            queueing.rekey(work);
            state.say((sequence, at) -> new Event.Raised(sequence, at, work.id, priority, emergency));
        }
        return null;
    }

    @Nullable
    String cancel(Command.Cancel cancel) {
        ReferenceWork work = state.findOpen(cancel.work());
        if (work == null) {
            return "unknown-work";
        }
        moves.cancel(work, cancel.reason(), "customer-left");
        return null;
    }
}
