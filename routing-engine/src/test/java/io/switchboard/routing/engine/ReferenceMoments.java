package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.Lateness;
import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What time alone will have done: all of it is listed, and the earliest is taken. */
final class ReferenceMoments {
    /** Moments of one work item at the same time come in this order. */
    private enum Kind {
        LATENESS,
        EXCLUSION_ENDS,
        PREFERENCE_ENDS,
        STEP,
        STATE_ENDS
    }

    /** Number 0 is no work's, so that agents can come after work. */
    record Moment(long at, boolean ofAgent, long number, String agent, int kind, Runnable does) {
        static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::at)
                .thenComparing(Moment::ofAgent)
                .thenComparingLong(Moment::number)
                .thenComparingInt(Moment::kind)
                .thenComparing(Moment::agent);
    }

    private final ReferenceState state;
    private final ReferenceMoves moves;

    ReferenceMoments(ReferenceState state, ReferenceMoves moves) {
        this.state = state;
        this.moves = moves;
    }

    Optional<Moment> earliest() {
        List<Moment> moments = new ArrayList<>();
        for (ReferenceWork work : state.work) {
            lateness(work, moments);
            switch (work.state) {
                case WAITING -> waiting(work, moments);
                case OFFERED -> add(moments, work, work.until, Kind.STATE_ENDS, () -> moves.expire(work));
                case DEFERRED -> add(moments, work, work.until, Kind.STATE_ENDS, () -> moves.endDeferral(work));
                case WRAPPING_UP -> add(moments, work, work.until, Kind.STATE_ENDS, () -> moves.endWrapUp(work));
                case HELD -> {}
            }
        }
        state.agents.values().forEach(agent -> absence(agent, moments));
        return moments.stream().min(Moment.ORDER);
    }

    private void lateness(ReferenceWork work, List<Moment> moments) {
        if (work.state == State.HELD || work.state == State.WRAPPING_UP || work.next == Lateness.OVER) {
            return;
        }
        long at = switch (work.next) {
            case WARNING -> work.warnAt;
            case BREACH -> work.deadline;
            case ESCALATION, OVER -> work.escalateAt;
        };
        if (at < Long.MAX_VALUE) {
            add(moments, work, at, Kind.LATENESS, () -> moves.sayLate(work));
        }
    }

    private void waiting(ReferenceWork work, List<Moment> moments) {
        work.excluded.forEach((agent, until) -> {
            if (until < Long.MAX_VALUE) {
                add(moments, work, until, Kind.EXCLUSION_ENDS, () -> moves.dropExclusions(work));
            }
        });
        List<Policy.Step> steps = state.queue(work.queue).relaxation();
        if (work.ring == -1) {
            add(moments, work, work.preferredUntil, Kind.PREFERENCE_ENDS, () -> moves.endPreference(work));
        } else if (work.ring < steps.size()) {
            Policy.Step step = steps.get(work.ring);
            add(moments, work, work.since + step.after(), Kind.STEP, () -> moves.relax(work, step));
        }
    }

    private void absence(ReferenceAgent agent, List<Moment> moments) {
        if (agent.presence.isGone() && !state.of(agent.name(), State.HELD).isEmpty()) {
            moments.add(new Moment(
                    agent.presentSince + state.policy.absence(),
                    true,
                    0,
                    agent.name(),
                    0,
                    () -> moves.endAbsence(agent)));
        }
    }

    private static void add(List<Moment> moments, ReferenceWork work, long at, Kind kind, Runnable does) {
        moments.add(new Moment(at, false, work.number, "", kind.ordinal(), does));
    }
}
