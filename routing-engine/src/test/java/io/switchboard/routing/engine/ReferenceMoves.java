package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.Lateness;
import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What commands and time do to work and agents, one move each. */
final class ReferenceMoves {
    /** How long work that was sent to one agent waits for them at least. */
    static final long SENT_TO_AGENT = 60_000;

    private final ReferenceState state;
    private final ReferenceQueueing queueing;

    ReferenceMoves(ReferenceState state) {
        this.state = state;
        queueing = new ReferenceQueueing(state);
    }

    /** Gives work away until none that waits has a candidate. */
    void route() {
        stopHopelessPreferences();
        while (offerFirst()) {}
    }

    private void stopHopelessPreferences() {
        for (ReferenceWork work : state.waiting()) {
            if (work.ring == -1) {
                String preferred = Objects.requireNonNull(work.preferred);
                if (state.isGone(preferred) || work.excluded.containsKey(preferred)) {
                    endPreference(work);
                }
            }
        }
    }

    private boolean offerFirst() {
        for (ReferenceWork work : state.waiting()) {
            ReferenceChoice choice = new ReferenceChoice(state, work);
            if (choice.isPossible()) {
                offer(work, choice.best(), choice.explanation());
                return true;
            }
        }
        return false;
    }

    private void offer(ReferenceWork work, ReferenceAgent agent, Explanation explanation) {
        work.state = State.OFFERED;
        work.agent = agent.name();
        work.until = state.now + state.policy.offerTimeout();
        work.offer = state.say(
                (sequence, at) -> new Event.Offered(sequence, at, work.id, agent.name(), work.until, explanation));
        agent.freeSince = work.offer;
    }

    /** The work comes back to waiting, as it was before somebody was asked or had it. */
    void waitAgain(ReferenceWork work) {
        work.state = State.WAITING;
        work.agent = null;
        dropExclusions(work);
        queueing.sayQueuedIfElsewhere(work);
    }

    void dropExclusions(ReferenceWork work) {
        work.excluded.values().removeIf(until -> until <= state.now);
    }

    void exclude(ReferenceWork work, String agent) {
        work.excluded.put(agent, Math.max(work.excluded.getOrDefault(agent, 0L), state.now + state.policy.pause()));
    }

    void expire(ReferenceWork work) {
        ReferenceAgent agent = agent(work);
        agent.freeSince =
                state.say((sequence, at) -> new Event.Expired(sequence, at, work.id, agent.name(), work.offer));
        exclude(work, agent.name());
        waitAgain(work);
        agent.missed++;
        int enough = state.policy.expiriesUntilNotResponding();
        if (enough > 0 && agent.missed >= enough) {
            changePresence(agent, Presence.NOT_RESPONDING, "offers-expired");
        }
    }

    void changePresence(ReferenceAgent agent, Presence presence, @Nullable String reason) {
        agent.presence = presence;
        agent.presentSince = state.now;
        agent.missed = 0;
        agent.freeSince =
                state.say((sequence, at) -> new Event.PresenceChanged(sequence, at, agent.name(), presence, reason));
        if (presence != Presence.AVAILABLE) {
            String word = "agent-"
                    + presence.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            state.of(agent.name(), State.OFFERED).forEach(work -> withdraw(work, word));
        }
    }

    void withdraw(ReferenceWork work, String reason) {
        ReferenceAgent agent = agent(work);
        agent.freeSince = state.say(
                (sequence, at) -> new Event.Withdrawn(sequence, at, work.id, agent.name(), work.offer, reason));
        waitAgain(work);
    }

    void release(ReferenceWork work, @Nullable String reason) {
        ReferenceAgent agent = agent(work);
        agent.freeSince = state.say((sequence, at) -> new Event.Released(sequence, at, work.id, agent.name(), reason));
        exclude(work, agent.name());
        waitAgain(work);
        work.since = state.now;
        endConsultation(work);
    }

    void hold(ReferenceWork work, String agent) {
        work.state = State.HELD;
        work.agent = agent;
        work.next = Lateness.OVER;
        work.callBackBy = null;
    }

    void endWrapUp(ReferenceWork work) {
        ReferenceAgent agent = agent(work);
        agent.freeSince = state.say((sequence, at) -> new Event.WrapUpEnded(sequence, at, work.id, agent.name()));
        state.work.remove(work);
    }

    void endAbsence(ReferenceAgent agent) {
        state.of(agent.name(), State.HELD).forEach(work -> release(work, "agent-gone"));
    }

    void cancel(ReferenceWork work, String reason, String withdrawal) {
        if (work.state == State.OFFERED) {
            withdraw(work, withdrawal);
        }
        boolean held = work.state == State.HELD;
        long sequence =
                state.say((number, at) -> new Event.Cancelled(number, at, work.id, held ? work.agent : null, reason));
        if (held) {
            agent(work).freeSince = sequence;
        }
        state.work.remove(work);
        if (held) {
            endConsultation(work);
        }
    }

    /** Nobody has the work any more that was asked about. Who holds the question goes on with it alone. */
    void endConsultation(ReferenceWork asked) {
        List<ReferenceWork> questions =
                state.work.stream().filter(work -> work.asksAbout == asked).toList();
        questions.forEach(work -> work.asksAbout = null);
        List<ReferenceWork> open = questions.stream()
                .filter(work -> work.waitsOrIsDeferred() || work.state == State.OFFERED)
                .toList();
        open.forEach(work -> cancel(work, "consult-over", "consult-over"));
    }

    void endDeferral(ReferenceWork work) {
        String callBackBy = work.callBackBy;
        work.since = work.until;
        work.state = State.WAITING;
        work.callBackBy = null;
        dropExclusions(work);
        long wait = state.queue(work.queue).preferredWait();
        if (callBackBy == null) {
            queueing.prefer(work, work.lastAgent, wait);
        } else {
            queueing.prefer(work, callBackBy, Math.max(SENT_TO_AGENT, wait));
        }
        queueing.sayQueued(work);
    }

    void endPreference(ReferenceWork work) {
        work.ring = 0;
        work.preferred = null;
        dropExclusions(work);
        state.say((sequence, at) -> new Event.Relaxed(sequence, at, work.id, 0));
    }

    void relax(ReferenceWork work, Policy.Step step) {
        if (step.toCentre() == null) {
            work.ring++;
            dropExclusions(work);
            state.say((sequence, at) -> new Event.Relaxed(sequence, at, work.id, work.ring));
        } else {
            state.say((sequence, at) -> new Event.Overflowed(sequence, at, work.id, step.toCentre()));
            state.work.remove(work);
        }
    }

    void sayLate(ReferenceWork work) {
        Lateness said = work.next;
        work.next = Lateness.values()[said.ordinal() + 1];
        state.say((sequence, at) -> switch (said) {
            case WARNING -> new Event.Warned(sequence, at, work.id, work.queue);
            case BREACH -> new Event.Breached(sequence, at, work.id, work.queue);
            case ESCALATION, OVER -> new Event.Escalated(sequence, at, work.id, work.queue);
        });
    }

    ReferenceAgent agent(ReferenceWork work) {
        return agent(Objects.requireNonNull(work.agent));
    }

    ReferenceAgent agent(String name) {
        return Objects.requireNonNull(state.agents.get(name));
    }
}
