package io.switchboard.routing.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What time alone does, one moment at a time. */
final class Due {
    private final State state;
    private final Moves moves;
    private final AgentCommands agents;

    Due(State state, Moves moves, AgentCommands agents) {
        this.state = state;
        this.moves = moves;
        this.agents = agents;
    }

    /** Does the next moment; it has come. */
    void doNext() {
        switch (Objects.requireNonNull(state.timers.first())) {
            case Work work -> due(work);
            case Desk desk -> due(desk);
        }
    }

    private void due(Desk desk) {
        state.timers.set(desk, Timed.NEVER);
        moves.releaseAll(desk, "agent-gone");
    }

    private void due(Work work) {
        long at = work.due;
        switch (work.place) {
            case WAITING, OFFERED, DEFERRED -> tellOrMove(work, at);
            case WRAPPING_UP -> agents.endWrapUp(work);
            case HELD -> throw new IllegalStateException("held work has no moment");
        }
    }

    private void tellOrMove(Work work, long at) {
        if (Moments.telling(work) == at) {
            tell(work);
        } else if (work.place == Place.OFFERED) {
            expire(work);
        } else if (work.place == Place.DEFERRED) {
            moves.comeBack(work);
        } else if (Moments.exclusionEnd(work) == at) {
            dropExclusions(work);
        } else {
            relax(work);
        }
    }

    private void tell(Work work) {
        String queue = work.queue.name();
        long sequence = state.next();
        state.tell(
                switch (work.told++) {
                    case Work.NOTHING_TOLD -> new Event.Warned(sequence, state.now, work.id, queue);
                    case Work.WARNED -> new Event.Breached(sequence, state.now, work.id, queue);
                    default -> new Event.Escalated(sequence, state.now, work.id, queue);
                });
        state.touched(work);
    }

    private void dropExclusions(Work work) {
        work.dropExclusions(state.now);
        state.touched(work);
        state.stirred.add(work);
    }

    private void relax(Work work) {
        if (work.ring == Work.PREFERRED) {
            moves.stopPreferring(work);
            return;
        }
        List<Policy.Step> steps = work.queue.rules.relaxation();
        @Nullable String centre = steps.get(work.ring).toCentre();
        if (centre != null) {
            moves.overflow(work, centre);
            return;
        }
        state.leave(work);
        work.ring++;
        state.tell(new Event.Relaxed(state.next(), state.now, work.id, work.ring));
        moves.enqueue(work);
    }

    private void expire(Work work) {
        Desk desk = work.who();
        moves.exclude(work, desk);
        state.tell(new Event.Expired(state.next(), state.now, work.id, desk.name(), work.offer));
        moves.waitAgain(work);
        desk.missedInARow++;
        if (desk.missedInARow >= state.policy().expiriesUntilNotResponding()) {
            moves.changePresence(desk, Presence.NOT_RESPONDING, "offers-expired");
        }
    }
}
