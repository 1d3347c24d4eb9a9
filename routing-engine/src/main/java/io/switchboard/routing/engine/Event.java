package io.switchboard.routing.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a command. {@code sequence} grows by one with each event, from 1; {@code at} is in milliseconds. */
public sealed interface Event {
    long sequence();

    long at();

    /** An event about a work item. */
    sealed interface OfWork extends Event {
        UUID work();
    }

    /**
     * Work waits in a queue: it is new, or it was sent there, or the policy sorts it otherwise now.
     *
     * @param deadline when somebody should have taken it
     * @param waiting how many wait in the queue, this one counted
     * @param expectation how long it will wait, or null when too little is known
     * @param consultOf the work it is a question about, or null
     */
    record Queued(
            long sequence,
            long at,
            UUID work,
            String queue,
            long deadline,
            int waiting,
            @Nullable Expectation expectation,
            @Nullable UUID consultOf)
            implements OfWork {}

    /** Work does not wait before {@code until}; reason {@code closed} or {@code call-back}. */
    record Deferred(long sequence, long at, UUID work, String queue, long until, long deadline, String reason)
            implements OfWork {}

    /** Work is before one agent. The sequence names the offer. */
    record Offered(long sequence, long at, UUID work, String agent, long expiresAt, Explanation explanation)
            implements OfWork {}

    /** The agent holds the work. */
    record Accepted(long sequence, long at, UUID work, String agent, long offer) implements OfWork {}

    /** The agent refused; the work waits again. */
    record Declined(
            long sequence,
            long at,
            UUID work,
            String agent,
            long offer,
            @Nullable String reason) implements OfWork {}

    /** The agent did not answer in time; the work waits again. */
    record Expired(long sequence, long at, UUID work, String agent, long offer) implements OfWork {}

    /** The offer is over, not by the agent's answer; the work waits again unless an event says otherwise. */
    record Withdrawn(long sequence, long at, UUID work, String agent, long offer, String reason) implements OfWork {}

    /** The agent holds the work, by their own choice ({@code by} is the agent) or a supervisor's. */
    record Assigned(long sequence, long at, UUID work, String agent, String by) implements OfWork {}

    /** Held work waits again under its old key. */
    record Released(
            long sequence,
            long at,
            UUID work,
            String agent,
            @Nullable String reason) implements OfWork {}

    /** Held work was sent on; {@code Queued} follows when its queue is another one. */
    record Transferred(long sequence, long at, UUID work, String agent, Command.Target target) implements OfWork {}

    /** The agent is done; with {@code wrapUpUntil} above 0 their capacity is taken until then. */
    record Completed(long sequence, long at, UUID work, String agent, long wrapUpUntil) implements OfWork {}

    /** The agent's capacity is free again. */
    record WrapUpEnded(long sequence, long at, UUID work, String agent) implements OfWork {}

    /** The work is over without having been completed; {@code agent} held it, or null. */
    record Cancelled(
            long sequence, long at, UUID work, @Nullable String agent, String reason) implements OfWork {}

    /** The work may now go to more agents. Ring 0 after a wait for a preferred agent. */
    record Relaxed(long sequence, long at, UUID work, int ring) implements OfWork {}

    /** The work leaves for another centre. */
    record Overflowed(long sequence, long at, UUID work, String toCentre) implements OfWork {}

    /** 80 % of the time to the deadline are over. */
    record Warned(long sequence, long at, UUID work, String queue) implements OfWork {}

    /** The deadline is over. */
    record Breached(long sequence, long at, UUID work, String queue) implements OfWork {}

    /** The deadline is over for long: somebody should look at it. */
    record Escalated(long sequence, long at, UUID work, String queue) implements OfWork {}

    /** More important than was known. */
    record Raised(long sequence, long at, UUID work, int priority, boolean emergency) implements OfWork {}

    /** An agent's presence is another. */
    record PresenceChanged(
            long sequence,
            long at,
            String agent,
            Presence presence,
            @Nullable String reason) implements Event {}

    /** A policy is in force. */
    record Applied(long sequence, long at, String version) implements Event {}

    /** The command changed nothing; {@code reason} is one of the fixed words of {@code docs/routing.md}. */
    record Refused(long sequence, long at, Command command, String reason) implements Event {}
}
