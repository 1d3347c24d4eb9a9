package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings waiting work and agents together until no agent is left who could take some.
 *
 * <p>Only work and agents that something happened to are looked at: before that, nothing fitted. The work that comes
 * first is offered first, to the agent the rules prefer.
 */
final class Matching {
    private final CentreState state;
    private final Journal journal;
    private final Moves moves;

    Matching(CentreState state, Journal journal, Moves moves) {
        this.state = state;
        this.journal = journal;
        this.moves = moves;
    }

    void run() {
        @Nullable RoutingSetup setup = state.setup();
        if (setup == null) {
            return;
        }
        for (OpenWork work = first(); work != null; work = first()) {
            List<Desk> candidates = candidates(work);
            if (candidates.isEmpty()) {
                state.stirredWork.remove(work);
            } else {
                Choosing.Choice choice = Choosing.choose(work, candidates, setup.version());
                moves.offer(work, choice.desk(), setup, choice.why());
            }
        }
    }

    private @Nullable OpenWork first() {
        @Nullable OpenWork first = state.stirredWork.isEmpty() ? null : state.stirredWork.first();
        for (Iterator<Desk> desks = state.stirredDesks.iterator(); desks.hasNext(); ) {
            @Nullable OpenWork work = state.backlog.firstFor(desks.next(), journal.now());
            if (work == null) {
                desks.remove();
            }
            first = Backlog.earlier(first, work);
        }
        return first;
    }

    private List<Desk> candidates(OpenWork work) {
        return state.qualified(work.profile()).stream()
                .filter(desk -> desk.hasRoomFor(work.profile().weight()))
                .filter(desk -> !work.excludes(desk.name(), journal.now()))
                .toList();
    }
}
