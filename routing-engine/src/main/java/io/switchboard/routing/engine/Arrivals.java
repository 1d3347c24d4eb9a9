package io.switchboard.routing.engine;

import org.jspecify.annotations.Nullable;

/** What customers do: they want something, want it more, or want nothing any more. */
final class Arrivals {
    private final State state;
    private final Moves moves;

    Arrivals(State state, Moves moves) {
        this.state = state;
        this.moves = moves;
    }

    @Nullable
    String arrive(Command.Arrive asked) {
        if (state.work(asked.work()) != null) {
            return "duplicate-work";
        }
        Layout layout = state.layout();
        Queue queue = layout.withSpace(layout.queueFor(asked.channel(), asked.topic()));
        // Of two clocks the earlier one: work from the future would wait behind all that is to come.
        long arrivedAt = Math.min(asked.arrivedAt(), state.now);
        var work = new Work(asked, ++state.lastNumber, arrivedAt, null, queue);
        work.sentTo = queue == layout.queueFor(asked.channel(), asked.topic()) ? null : queue.name();
        work.emergency = asked.emergency() && state.emergencies < state.policy().emergencyCap();
        state.sort(work, queue);
        moves.arrive(work);
        return null;
    }

    @Nullable
    String update(Command.Update asked) {
        @Nullable Work work = state.work(asked.work());
        if (work == null || work.place == Place.WRAPPING_UP) {
            return "unknown-work";
        }
        boolean emergency = work.emergency
                || (asked.emergency() && state.emergencies < state.policy().emergencyCap());
        int priority = Math.max(work.priority, Math.clamp(asked.priority(), 0, 100));
        if (emergency != work.emergency || priority != work.priority) {
            raise(work, priority, emergency);
        }
        return null;
    }

    private void raise(Work work, int priority, boolean emergency) {
        state.emergencies += work.isOpen() && emergency && !work.emergency ? 1 : 0;
        work.priority = priority;
        work.emergency = emergency;
        state.rank(work);
        if (work.waits()) {
            state.reorder(work);
        }
        state.changes.touch(work);
        state.tell(new Event.Raised(state.next(), state.now, work.id, priority, emergency));
    }

    @Nullable
    String cancel(Command.Cancel asked) {
        @Nullable Work work = state.work(asked.work());
        if (work == null || work.place == Place.WRAPPING_UP) {
            return "unknown-work";
        }
        if (work.place == Place.OFFERED) {
            moves.withdraw(work, "customer-left");
        }
        moves.cancel(work, asked.reason());
        moves.endConsultation(work);
        return null;
    }
}
