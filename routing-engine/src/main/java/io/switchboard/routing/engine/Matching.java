package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings work and agents together until no agent is left who could take some: the work that comes first of all that has a
 * candidate goes to the best of them. Only what something happened to is looked at: before that, nothing fitted.
 */
final class Matching {
    private static final Comparator<Work> FIRST_COMES_FIRST =
            Comparator.<Work>comparingLong(work -> work.key).thenComparingLong(work -> work.number);

    private final State state;
    private final Moves moves;

    Matching(State state, Moves moves) {
        this.state = state;
        this.moves = moves;
    }

    void run() {
        if (!state.stirred.isEmpty() || !state.left.isEmpty()) {
            stopWaitingInVain();
        }
        List<Work> stirred = state.stirred;
        if (stirred.size() > 1) {
            stirred.sort(FIRST_COMES_FIRST);
        }
        for (Work work : stirred) {
            feedFreed(work);
            if (work.waits()) {
                route(work);
            }
        }
        stirred.clear();
        feedFreed(null);
        state.freed.clear();
    }

    private void stopWaitingInVain() {
        List<Work> inVain = List.of();
        for (Work work : state.stirred) {
            inVain = work.waitsInVain() ? with(inVain, work) : inVain;
        }
        for (Desk desk : state.left) {
            for (Work work : desk.preferred.all()) {
                inVain = work.waitsInVain() ? with(inVain, work) : inVain;
            }
        }
        state.left.clear();
        if (!inVain.isEmpty()) {
            inVain.stream().distinct().sorted(FIRST_COMES_FIRST).forEach(moves::stopPreferring);
        }
    }

    /** It is rare: the list is made when there is something to put into it. */
    private static List<Work> with(List<Work> list, Work work) {
        List<Work> longer = list.isEmpty() ? new ArrayList<>() : list;
        longer.add(work);
        return longer;
    }

    /** Gives freed agents what comes before the work, or all they can take. */
    private void feedFreed(@Nullable Work before) {
        for (Work next = firstForFreed(); next != null; next = firstForFreed()) {
            if (before != null && !next.before(before)) {
                return;
            }
            route(next);
        }
    }

    private @Nullable Work firstForFreed() {
        @Nullable Work first = null;
        for (Iterator<Desk> freed = state.freed.iterator(); freed.hasNext(); ) {
            Desk desk = freed.next();
            @Nullable Work work = desk.room == 0 ? null : state.layout().backlog.firstFor(desk);
            if (work == null) {
                freed.remove();
            } else if (first == null || work.before(first)) {
                first = work;
            }
        }
        return first;
    }

    private void route(Work work) {
        Choosing.@Nullable Choice choice = state.choosing().choose(work);
        if (choice != null) {
            offer(work, choice.desk(), choice.why());
        }
    }

    private void offer(Work work, Desk desk, Explanation why) {
        long sequence = state.next();
        state.leave(work);
        work.place = Place.OFFERED;
        work.offer = sequence;
        work.desk = desk;
        work.until = state.now + state.policy().offerTimeout();
        state.enter(work);
        state.tell(new Event.Offered(sequence, state.now, work.id, desk.name(), work.until, why));
    }
}
