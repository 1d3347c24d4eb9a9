package io.switchboard.routing.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The steps that work and agents can take. Each tells the event that says so and changes the state; the event comes first,
 * because agents are free since the event that freed them.
 */
final class Moves {
    /** How long work that was sent to one agent waits for them at least. */
    static final long WAIT_FOR_ONE = 60_000;

    private final State state;

    Moves(State state) {
        this.state = state;
    }

    /** Work that is in no index comes to its queue, and waits for its customer's last agent first if the queue says so. */
    void arrive(Work work) {
        work.since = work.start;
        if (!deferWhileClosed(work)) {
            preferLastAgent(work);
            queue(work);
        }
    }

    /** Work that is in no index was sent to another queue. */
    void comeTo(Work work) {
        if (!deferWhileClosed(work)) {
            queue(work);
        }
    }

    private boolean deferWhileClosed(Work work) {
        work.ring = 0;
        long opens = work.queue.opens(state.now);
        if (opens > state.now) {
            defer(work, opens);
            work.toldQueue = work.queue.name();
            state.tell(new Event.Deferred(
                    state.next(), state.now, work.id, work.queue.name(), opens, work.deadline, "closed"));
        }
        return opens > state.now;
    }

    /** Work that is in no index waits, and everybody is told where. */
    void queue(Work work) {
        enqueue(work);
        tellQueued(work);
    }

    void tellQueued(Work work) {
        Queue queue = work.queue;
        work.toldQueue = queue.name();
        state.tell(new Event.Queued(
                state.next(),
                state.now,
                work.id,
                queue.name(),
                work.deadline,
                queue.waiting,
                queue.pace.of(queue.waiting),
                work.consultOf));
    }

    /** The time has come for work that was deferred. */
    void comeBack(Work work) {
        state.leave(work);
        work.since = work.until;
        work.ring = 0;
        if (work.callBackBy == null) {
            preferLastAgent(work);
        } else {
            prefer(work, work.callBackBy, Math.max(WAIT_FOR_ONE, work.queue.rules.preferredWait()));
            work.callBackBy = null;
        }
        queue(work);
    }

    private void preferLastAgent(Work work) {
        prefer(work, work.lastAgent, work.queue.rules.preferredWait());
    }

    private void prefer(Work work, @Nullable String agent, long time) {
        @Nullable Desk desk = agent == null ? null : state.desk(agent);
        if (desk != null
                && work.since + time > state.now
                && !desk.isGone()
                && work.lastProfile().fits(desk.kind())) {
            waitFor(work, desk, work.since + time);
        }
    }

    /** Work that is in no index waits for one agent alone, until a time. */
    void waitFor(Work work, Desk desk, long until) {
        work.ring = Work.PREFERRED;
        work.preferred = desk;
        work.preferredUntil = until;
    }

    /** Work that is in no index waits at its ring. */
    void enqueue(Work work) {
        work.place = Place.WAITING;
        work.desk = null;
        work.dropExclusions(state.now);
        if (work.ring == Work.PREFERRED) {
            // A policy may have removed them, or brought them back, while the work was with somebody.
            work.preferred = state.deskOrGhost(work.awaited().name());
        }
        state.enter(work);
    }

    private void defer(Work work, long until) {
        work.place = Place.DEFERRED;
        work.desk = null;
        work.until = until;
        state.enter(work);
    }

    /** Held work goes on at a time that was agreed with the customer. */
    void postpone(Work work, long until) {
        String agent = work.who().name();
        work.toldQueue = work.queue.name();
        state.tell(new Event.Deferred(
                state.next(), state.now, work.id, work.queue.name(), until, work.deadline, "call-back"));
        work.callBackBy = agent;
        work.include(agent);
        state.leave(work);
        defer(work, until);
        endConsultation(work);
    }

    /** An offer is over, or work was given back; the event that says so was told. */
    void waitAgain(Work work) {
        state.leave(work);
        enqueue(work);
        tellIfElsewhere(work);
    }

    /** A policy may have sorted the work into another queue while somebody had it. */
    void tellIfElsewhere(Work work) {
        if (!work.queue.name().equals(work.toldQueue)) {
            tellQueued(work);
        }
    }

    /** Who declined, missed or gave back work is not offered it for a while. */
    void exclude(Work work, Desk desk) {
        work.exclude(desk.name(), state.now + state.policy().pause());
    }

    void withdraw(Work work, String reason) {
        state.tell(
                new Event.Withdrawn(state.next(), state.now, work.id, work.who().name(), work.offer, reason));
        waitAgain(work);
    }

    /** Work that waits for one agent waits for others, too. */
    void stopPreferring(Work work) {
        state.leave(work);
        work.ring = 0;
        state.tell(new Event.Relaxed(state.next(), state.now, work.id, 0));
        enqueue(work);
    }

    /** An agent is here or not from now on; not available, they lose their offers and keep what they hold. */
    void changePresence(Desk desk, Presence presence, @Nullable String reason) {
        desk.presence = presence;
        desk.since = state.now;
        desk.missedInARow = 0;
        state.tell(new Event.PresenceChanged(state.next(), state.now, desk.name(), presence, reason));
        state.placed(desk);
        if (presence != Presence.AVAILABLE) {
            withdrawAll(
                    desk, "agent-" + presence.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    void withdrawAll(Desk desk, String reason) {
        for (Work work : desk.workInOrder()) {
            if (work.place == Place.OFFERED) {
                withdraw(work, reason);
            }
        }
    }

    void releaseAll(Desk desk, String reason) {
        for (Work work : desk.workInOrder()) {
            if (work.place == Place.HELD) {
                release(work, desk, reason);
            }
        }
    }

    void release(Work work, Desk desk, @Nullable String reason) {
        state.tell(new Event.Released(state.next(), state.now, work.id, desk.name(), reason));
        work.since = state.now;
        exclude(work, desk);
        waitAgain(work);
        endConsultation(work);
    }

    void accept(Work work) {
        state.tell(
                new Event.Accepted(state.next(), state.now, work.id, work.who().name(), work.offer));
        taken(work);
        state.accepted(work);
    }

    /** Waiting or deferred work is with an agent from now on; the event that says so was told. */
    void hold(Work work, Desk desk) {
        state.leave(work);
        work.place = Place.HELD;
        work.desk = desk;
        taken(work);
        state.enter(work);
    }

    private void taken(Work work) {
        work.told = Work.ALL_TOLD;
        work.callBackBy = null;
        work.queue.pace.taken(state.now);
        state.changes.touch(work.queue);
    }

    void cancel(Work work, String reason) {
        @Nullable String agent = work.place == Place.HELD ? work.who().name() : null;
        state.tell(new Event.Cancelled(state.next(), state.now, work.id, agent, reason));
        state.finish(work);
    }

    /** What was asked about work that its agent no longer holds needs no answer, unless somebody is at it. */
    void endConsultation(Work about) {
        @Nullable Work question = about.consultation;
        about.consultation = null;
        if (question == null || !(question.isOpen() || question.place == Place.OFFERED)) {
            return;
        }
        if (question.place == Place.OFFERED) {
            withdraw(question, "consult-over");
        }
        cancel(question, "consult-over");
    }

    void overflow(Work work, String centre) {
        state.tell(new Event.Overflowed(state.next(), state.now, work.id, centre));
        state.finish(work);
    }
}
