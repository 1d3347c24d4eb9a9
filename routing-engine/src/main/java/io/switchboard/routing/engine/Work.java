package io.switchboard.routing.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A work item that is not finished. Changed by {@link State} and {@link Moves} alone. */
final class Work extends Timed {

    /** The ring of work that waits for its preferred agent alone. */
    static final int PREFERRED = -1;

    /** How far the level of service was told. */
    static final byte NOTHING_TOLD = 0;

    static final byte WARNED = 1;
    static final byte BREACHED = 2;
    static final byte ALL_TOLD = 3;

    private static final Profile[] UNSORTED = {};

    final UUID id;
    /** In order of arrival. */
    final long number;

    final String channel;
    final String topic;
    final String language;
    final long arrivedAt;
    final @Nullable UUID consultOf;

    int priority;
    boolean emergency;
    /** Who should have it, if they can. */
    @Nullable
    String lastAgent;
    /** A queue somebody sent it to, or null. */
    @Nullable
    String sentTo;
    /** Skills somebody asked for besides the queue's. */
    Map<String, Integer> moreSkills = Map.of();

    /** What its agent asked somebody else about it, or null. */
    @Nullable
    Work consultation;

    /** The queue that others were told it is in. */
    @Nullable
    String toldQueue;

    // Set whenever work is sorted into a queue.
    Queue queue;
    Profile[] rings;
    int channelIndex;
    long start;
    long deadline;
    long key;

    Place place = Place.WAITING;
    int ring;
    /** Since when it waits, as steps of relaxation count: from opening, from being given back. */
    long since;
    /** Who alone may have it while the ring is {@link #PREFERRED}. */
    @Nullable
    Desk preferred;
    /** The end of the wait for the preferred agent. */
    long preferredUntil;
    /** Who agreed on a call-back with the customer, until it is due; or null. */
    @Nullable
    String callBackBy;
    /** The end of the deferral, the offer or the wrap-up. */
    long until;
    /** Who has it when it is offered, held or wrapped up. */
    @Nullable
    Desk desk;

    long offer;
    byte told;
    /** Who may not be offered it, until when; null for nobody. */
    @Nullable
    Map<String, Long> excluded;

    int linePlace = -1;
    boolean over;

    Work(Command.Arrive arrived, long number, long arrivedAt, @Nullable UUID consultOf, Queue queue) {
        this.id = arrived.work();
        this.number = number;
        this.channel = arrived.channel();
        this.topic = arrived.topic();
        this.language = arrived.language();
        this.arrivedAt = arrivedAt;
        this.consultOf = consultOf;
        this.priority = Math.clamp(arrived.priority(), 0, 100);
        this.lastAgent = arrived.lastAgent();
        this.queue = queue;
        this.rings = UNSORTED;
    }

    boolean before(Work other) {
        return key != other.key ? key < other.key : number < other.number;
    }

    boolean waits() {
        return place == Place.WAITING && !over;
    }

    /** Returns who it is before or with. */
    Desk who() {
        if (desk == null) {
            throw new IllegalStateException("with nobody: " + id);
        }
        return desk;
    }

    /** Returns who alone may have it. */
    Desk awaited() {
        if (preferred == null) {
            throw new IllegalStateException("waits for nobody: " + id);
        }
        return preferred;
    }

    /** Returns whether it waits for somebody alone who will not take it. */
    boolean waitsInVain() {
        return waits() && ring == PREFERRED && (awaited().isGone() || excludes(awaited()));
    }

    boolean isHeldBy(String agent) {
        return place == Place.HELD && who().name().equals(agent);
    }

    /** Returns whether it waits in its queue, now or later. */
    boolean isOpen() {
        return place == Place.WAITING || place == Place.DEFERRED;
    }

    Profile profile() {
        return rings[Math.max(ring, 0)];
    }

    Profile lastProfile() {
        return rings[rings.length - 1];
    }

    /** Nobody is excluded any more whose time is over. */
    void dropExclusions(long now) {
        if (excluded != null) {
            excluded.values().removeIf(end -> end <= now);
            excluded = excluded.isEmpty() ? null : excluded;
        }
    }

    void exclude(String agent, long end) {
        excluded = excluded == null ? new HashMap<>() : excluded;
        excluded.merge(agent, end, Math::max);
    }

    void include(String agent) {
        if (excluded != null) {
            excluded.remove(agent);
            excluded = excluded.isEmpty() ? null : excluded;
        }
    }

    boolean excludes(Desk who) {
        return excluded != null && excluded.containsKey(who.name());
    }
}
