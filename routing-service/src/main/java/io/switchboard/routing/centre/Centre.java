package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact centre's routing: tell it what happens and it says what follows. Not safe for use by several threads; a
 * centre has a single writer.
 *
 * <p>The same inputs at the same instants give the same events, also when the centre is restored from its memories in
 * between.
 */
public final class Centre {
    private final CentreState state = new CentreState();
    private final Journal journal;
    private final Moves moves;
    private final Arrivals arrivals;
    private final Commands commands;
    private final SettingUp settingUp;
    private final Matching matching;

    /** A centre without setup, agents or work. */
    public Centre(String tenant, String centre) {
        journal = new Journal(tenant, centre);
        moves = new Moves(state, journal);
        arrivals = new Arrivals(state, journal, moves);
        commands = new Commands(state, journal, moves);
        settingUp = new SettingUp(state, journal, moves);
        matching = new Matching(state, journal, moves);
    }

    /** Returns a centre as it was when it gave these memories. */
    public static Centre restore(String tenant, String centre, Collection<Memory> memories) {
        var restored = new Centre(tenant, centre);
        new Restoring(restored.state, restored.journal).from(memories);
        return restored;
    }

    /**
     * Handles one input.
     *
     * @param now the time by any clock; when it is earlier than a time told before, it is taken for that one
     * @return what follows, in order: first what was due anyway, then what the input caused
     */
    public List<RoutingEvent> handle(Input input, Instant now) {
        journal.advance(now);
        long before = journal.sequence();
        doWhatIsDue();
        switch (input) {
            case Input.MessageArrived arrived -> arrivals.handle(arrived.message());
            case Input.CommandGiven given -> commands.handle(given.command());
            case Input.SetupChanged changed -> settingUp.handle(changed.setup());
            case Input.TimePassed _ -> {}
        }
        matching.run();
        if (journal.sequence() != before) {
            state.note(new Memory.Counters(
                    journal.sequence(), journal.now(), state.finishedMessages.count(), state.commands.count()));
        }
        return journal.take();
    }

    private void doWhatIsDue() {
        for (Due due = state.takeDue(journal.now()); due != null; due = state.takeDue(journal.now())) {
            switch (due) {
                case Due.Work work -> workDue(state.work(work.workItemId()), due.at());
                case Due.Absence absence -> absenceDue(state.desk(absence.agent()), due.at());
            }
        }
    }

    // A moment must be exactly the one meant: one left over from before would change the order of what is due.
    private void workDue(@Nullable OpenWork work, Instant at) {
        if (work == null) {
            return;
        }
        switch (work.placement()) {
            case Placement.Offered offer when offer.expiresAt().equals(at) -> expire(work, offer);
            case Placement.Waiting _ when !work.excluded().isEmpty() -> state.put(work.at(journal.now()));
            case Placement.Waiting _, Placement.Offered _, Placement.Held _ -> {}
        }
    }

    private void expire(OpenWork work, Placement.Offered offer) {
        moves.expire(work, offer);
        @Nullable Desk desk = state.desk(offer.agent());
        @Nullable RoutingSetup setup = state.setup();
        if (desk == null || setup == null) {
            return;
        }
        state.put(desk, desk.state.expiredAt(journal.now()));
        if (desk.state.expiriesInARow() >= setup.expiriesUntilNotResponding()) {
            moves.changePresence(desk, Presence.NOT_RESPONDING, "offers-expired");
        }
    }

    private void absenceDue(@Nullable Desk desk, Instant at) {
        if (desk != null
                && desk.state.isGone()
                && desk.state.since().plus(CentreState.LONGEST_ABSENCE).equals(at)) {
            moves.releaseAll(desk, "agent-gone");
        }
    }

    /** Returns when time alone will next have something done, or null when never. */
    public @Nullable Instant nextDue() {
        return state.nextDue();
    }

    /** Returns how much waits in each queue. */
    public Map<String, Integer> waitingByQueue() {
        return state.backlog.countByQueue();
    }

    /** Returns what is to be remembered anew since the last call, by name; null for what is to be forgotten. */
    public Map<String, @Nullable Memory> takeChanges() {
        return state.takeChanges();
    }

    CentreState state() {
        return state;
    }
}
