package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Presence;

/** What each agent did: how long they were there, and how long they were busy. Times are in milliseconds. */
public final class Desks {
    private final int[] items;
    private final boolean[] there;
    private final long[] since;
    private final long[] busy;
    private final long[] staffed;
    private long now;
    private boolean closed;

    Desks(int agents) {
        items = new int[agents];
        there = new boolean[agents];
        since = new long[agents];
        busy = new long[agents];
        staffed = new long[agents];
    }

    void take(long at, int agent) {
        settle(at, agent);
        items[agent]++;
    }

    void free(long at, int agent) {
        settle(at, agent);
        items[agent]--;
    }

    void presence(long at, int agent, Presence presence) {
        settle(at, agent);
        there[agent] = presence == Presence.AVAILABLE;
    }

    void elapse(long at) {
        now = at;
    }

    /** Counts what was done until now, and nothing that comes. */
    void close() {
        for (int agent = 0; agent < items.length; agent++) {
            settle(now, agent);
        }
        closed = true;
    }

    // Who finishes what they hold after their shift is busy and staffed; who only pauses is neither.
    private void settle(long at, int agent) {
        if (!closed && at > since[agent]) {
            long passed = at - since[agent];
            busy[agent] += items[agent] > 0 ? passed : 0;
            staffed[agent] += there[agent] || items[agent] > 0 ? passed : 0;
            since[agent] = at;
        }
    }

    /** Returns the busy time of each agent. */
    public long[] busy() {
        return busy.clone();
    }

    /** Returns the time each agent could work, or did. */
    public long[] staffed() {
        return staffed.clone();
    }
}
