package io.switchboard.routing.engine;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine can be told. Each says when it was, in milliseconds since 1970. */
public sealed interface Command {

    /** When, in milliseconds since 1970. */
    long at();

    /**
     * A customer wants something.
     *
     * @param work names the work from now on
     * @param channel one of the policy's
     * @param topic decides, with the channel, on the queue
     * @param language as in {@code de}
     * @param priority 0 (least) to 100
     * @param emergency whether it comes before all others, as far as the policy's cap allows
     * @param arrivedAt when the customer wrote; not after {@code at}, a later time counts as {@code at}
     * @param lastAgent who served the customer last, or null
     */
    record Arrive(
            long at,
            UUID work,
            String channel,
            String topic,
            String language,
            int priority,
            boolean emergency,
            long arrivedAt,
            @Nullable String lastAgent)
            implements Command {}

    /** The customer said more, and it is more important than was known. */
    record Update(long at, UUID work, int priority, boolean emergency) implements Command {}

    /** The customer left, or somebody else answered: {@code reason} is a word. */
    record Cancel(long at, UUID work, String reason) implements Command {}

    /** An agent can or cannot take work from now on. */
    record SetPresence(
            long at,
            String agent,
            Presence presence,
            @Nullable String reason) implements Command {}

    /** An agent takes what was offered. */
    record Accept(long at, String agent, long offer) implements Command {}

    /** An agent does not take what was offered. */
    record Decline(
            long at, String agent, long offer, @Nullable String reason) implements Command {}

    /** An agent is done with work they hold. */
    record Complete(long at, String agent, UUID work) implements Command {}

    /** An agent is done with what comes after the work, before its time is over. */
    record EndWrapUp(long at, String agent, UUID work) implements Command {}

    /** An agent gives held work back. */
    record Release(
            long at, String agent, UUID work, @Nullable String reason) implements Command {}

    /** An agent takes waiting work by hand. */
    record Pick(long at, String agent, UUID work) implements Command {}

    /** A supervisor gives work to an agent. */
    record Assign(long at, String agent, UUID work, String by) implements Command {}

    /** An agent hands held work on. */
    record Transfer(long at, String agent, UUID work, Target target) implements Command {}

    /** An agent asks somebody else about held work and keeps it; {@code consultation} names the question. */
    record Consult(long at, String agent, UUID work, UUID consultation, Target target) implements Command {}

    /** An agent agreed with the customer to go on at {@code until}: a call-back. */
    record Postpone(long at, String agent, UUID work, long until) implements Command {}

    /** Another policy is in force. It has no {@link PolicyProblems}. */
    record Apply(long at, Policy policy) implements Command {}

    /** Nothing happened but time. */
    record Tick(long at) implements Command {}

    /** Where work is sent to. */
    sealed interface Target {
        /** One agent. */
        record ToAgent(String agent) implements Target {}

        /** Another queue. */
        record ToQueue(String queue) implements Target {}

        /** Whoever has these skills, besides what its queue asks for. */
        record ToSkills(Map<String, Integer> skills) implements Target {
            /** Copies the skills. */
            public ToSkills {
                skills = Map.copyOf(skills);
            }
        }
    }
}
