package io.switchboard.routing.measures;

/**
 * What is counted, for each queue or agent and minute. Counters and sums only, so that any stretch of time is the sum of
 * its minutes; what is named {@code _MS} is in milliseconds. Each counts in the minute of the event that decided it.
 *
 * <p>A question one agent asks another counts for the agents' offers and time, not for a queue.
 */
public enum Count {
    /** Queue: work came to it that nobody has answered yet (the books say: calls offered). */
    ARRIVED,
    /** Queue: somebody took the work for the first time, by an offer, by choice or by a supervisor. */
    ANSWERED,
    /** Queue: of these, those taken by the deadline that routing gave them. */
    ANSWERED_IN_TARGET,
    /** Queue: how long the answered had waited, from arrival, or from opening when they came to a closed queue. */
    WAIT_MS,
    /** Queue: the longest of these waits. The greater of two, not their sum. */
    LONGEST_WAIT_MS(true),
    /** Queue: the customer left unanswered after having waited for the threshold or longer. */
    ABANDONED,
    /** Queue: the customer left unanswered sooner than that. */
    ABANDONED_SOON,
    /** Queue: work left it unanswered for another reason: for another queue or centre, or cancelled by somebody. */
    LEFT,
    /** Queue: the deadline passed and nobody had taken the work. */
    BREACHED,
    /** Queue, agent: work was put before an agent. */
    OFFERS,
    /** Queue, agent: the agent took what was offered. */
    ACCEPTED,
    /** Queue, agent: the agent refused what was offered. */
    DECLINED,
    /** Queue, agent: the agent let the offer expire (ring on no answer). */
    MISSED,
    /** Queue, agent: the offer ended by something else than the agent's answer. */
    WITHDRAWN,
    /** Queue, agent: the agent took work without an offer. */
    ASSIGNED,
    /** Queue, agent: an agent's part was over: completed, transferred or postponed. Not what was given back. */
    HANDLED,
    /** Queue, agent: how long these were held, with the wrap-up that followed. */
    HANDLE_MS,
    /** Queue, agent: of the handled, those handed on. */
    TRANSFERRED,
    /** Queue, agent: of the handled, those put off until a time agreed with the customer. */
    POSTPONED,
    /** Queue, agent: held work went back to its queue; its time is in no handle time. */
    GIVEN_BACK,
    /** Queue, agent: of the handled, those that were done. */
    COMPLETED,
    /** Queue, agent: how long the completed had been open, from arrival to completion. */
    OPEN_MS,
    /** Agent: available or busy, and holding or wrapping up at least one work item. */
    BUSY_MS,
    /** Agent: available, and holding nothing. */
    FREE_MS;

    private final boolean greatest;

    Count() {
        this(false);
    }

    Count(boolean greatest) {
        this.greatest = greatest;
    }

    /** Returns whether two amounts make the greater of them, and not their sum. */
    public boolean isGreatest() {
        return greatest;
    }

    /** Returns what two amounts make together. */
    public long join(long one, long other) {
        return greatest ? Math.max(one, other) : one + other;
    }
}
