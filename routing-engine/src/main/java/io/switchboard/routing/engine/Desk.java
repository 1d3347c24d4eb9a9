package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent of the policy in force, with what they have in hand. */
final class Desk extends Timed {

    Policy.Agent agent;
    /** Set when the policy is laid out. */
    @Nullable
    AgentClass kind;

    Presence presence = Presence.OFFLINE;
    /** When the presence began. */
    long since;
    /** The sequence of the last event that changed their load or presence. */
    long freeSince;

    int missedInARow;
    /** The weights of what is offered, held and wrapped up. */
    int load;
    /** How many of each channel. */
    int[] counts = {};

    final List<Work> work = new ArrayList<>(4);
    /** What waits for them alone. */
    Line preferred = new Line();

    /** The channels they could be offered work of now, as bits. */
    long room;

    @Nullable
    Shelf shelf;

    @Nullable
    Desk nextOnShelf;

    @Nullable
    Desk previousOnShelf;

    Desk(Policy.Agent agent) {
        this.agent = agent;
    }

    /** Begins anew under a policy: nothing in hand, on no shelf. */
    void layOut(Layout layout) {
        kind = layout.kindOf(agent);
        counts = new int[layout.channels.count()];
        load = 0;
        work.clear();
        preferred = new Line();
        room = 0;
        shelf = null;
        nextOnShelf = null;
        previousOnShelf = null;
    }

    AgentClass kind() {
        if (kind == null) {
            throw new IllegalStateException("not laid out: " + name());
        }
        return kind;
    }

    String name() {
        return agent.name();
    }

    void hold(Work held, int weight) {
        work.add(held);
        load += weight;
        counts[held.channelIndex]++;
    }

    void drop(Work held, int weight) {
        work.remove(held);
        load -= weight;
        counts[held.channelIndex]--;
    }

    boolean isGone() {
        return presence.isGone();
    }

    boolean freeBefore(Desk other) {
        return freeSince != other.freeSince ? freeSince < other.freeSince : name().compareTo(other.name()) < 0;
    }

    /** Returns their work in the order in which it is served. */
    List<Work> workInOrder() {
        List<Work> sorted = new ArrayList<>(work);
        sorted.sort((one, other) -> one.before(other) ? -1 : 1);
        return sorted;
    }
}
