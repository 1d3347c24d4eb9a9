package io.switchboard.routing.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One work item, as the reference engine remembers it. */
final class ReferenceWork {
    static final Comparator<ReferenceWork> FIRST_COME =
            Comparator.<ReferenceWork>comparingLong(work -> work.key).thenComparingLong(work -> work.number);

    enum State {
        WAITING,
        DEFERRED,
        OFFERED,
        HELD,
        WRAPPING_UP
    }

    /** Which warning of lateness comes next. */
    enum Lateness {
        WARNING,
        BREACH,
        ESCALATION,
        OVER
    }

    final long number;
    final UUID id;
    final String channel;
    final String topic;
    final String language;
    final long arrivedAt;
    final @Nullable String lastAgent;
    final @Nullable ReferenceWork consultOf;

    /** Whose end ends this question while nobody has it; null once nobody held that work any more. */
    @Nullable
    ReferenceWork asksAbout;

    int priority;
    boolean emergency;

    State state = State.WAITING;
    String queue = "";
    /** The queue that the last event about it named. */
    String toldQueue = "";
    /** The queue that a transfer or an overflow chose, or null. */
    @Nullable
    String sentTo;

    Map<String, Integer> addedSkills = Map.of();

    long start;
    long warnAt;
    long deadline;
    long escalateAt;
    Lateness next = Lateness.WARNING;
    long key;

    /** What the times of the steps count from. */
    long since;
    /** -1 while it waits for the preferred agent alone. */
    int ring;

    @Nullable
    String preferred;

    long preferredUntil;
    final Map<String, Long> excluded = new TreeMap<>();

    /** Who is offered it, holds it or wraps it up. */
    @Nullable
    String agent;

    long offer;
    /** When the offer, the deferral or the wrap-up ends. */
    long until;
    /** Who agreed on the call-back that it is deferred to, or null. */
    @Nullable
    String callBackBy;

    ReferenceWork(
            long number,
            UUID id,
            String channel,
            String topic,
            String language,
            long arrivedAt,
            @Nullable String lastAgent,
            @Nullable ReferenceWork consultOf) {
        this.number = number;
        this.id = id;
        this.channel = channel;
        this.topic = topic;
        this.language = language;
        this.arrivedAt = arrivedAt;
        this.lastAgent = lastAgent;
        this.consultOf = consultOf;
        asksAbout = consultOf;
    }

    boolean waitsOrIsDeferred() {
        return state == State.WAITING || state == State.DEFERRED;
    }

    boolean isWith(String name, State wanted) {
        return state == wanted && name.equals(agent);
    }

    @Override
    public String toString() {
        return "#%d %s %s %s key=%d since=%d ring=%d%s%s%s%s"
                .formatted(
                        number,
                        id,
                        state,
                        queue,
                        key,
                        since,
                        ring,
                        ring == -1 ? " for " + preferred + " until " + preferredUntil : "",
                        agent == null ? "" : " with " + agent,
                        state == State.WAITING || state == State.HELD ? "" : " until " + until,
                        excluded.isEmpty() ? "" : " not " + excluded);
    }
}
