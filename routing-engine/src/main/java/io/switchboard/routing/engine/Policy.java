package io.switchboard.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who can do what in a centre, and how its work is treated. Times are in milliseconds.
 *
 * @param version changes with the content
 * @param channels by name
 * @param queues in the order they are tried
 * @param agents of unique names
 * @param choosing the rules, the first one first
 * @param offerTimeout how long an offer stands
 * @param expiriesUntilNotResponding missed offers in a row that take an agent out
 * @param pause how long an agent is not offered again what they declined, missed or released
 * @param absence how long somebody may be gone before the work they hold is released
 * @param msPerPriority by how much a point of priority brings work forward
 * @param emergencyHeadStart by how much an emergency is brought forward
 * @param emergencyCap emergencies that may wait at a time
 */
public record Policy(
        String version,
        Map<String, Channel> channels,
        List<Queue> queues,
        List<Agent> agents,
        List<Rule> choosing,
        long offerTimeout,
        int expiriesUntilNotResponding,
        long pause,
        long absence,
        long msPerPriority,
        long emergencyHeadStart,
        int emergencyCap) {

    /** Copies the collections. */
    public Policy {
        channels = Map.copyOf(channels);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        choosing = List.copyOf(choosing);
    }

    /**
     * A kind of contact.
     *
     * @param weight how much of an agent's capacity one item takes
     * @param limit items of it an agent may have at a time; 0: as many as the capacity allows
     * @param interrupts channels whose work is set aside for this one
     */
    public record Channel(int weight, int limit, Set<String> interrupts) {
        /** Copies the set. */
        public Channel {
            interrupts = Set.copyOf(interrupts);
        }
    }

    /**
     * Waiting work with the same requirement.
     *
     * @param name unique
     * @param channels it takes; empty: all
     * @param topics it takes; empty: all
     * @param skills minimum level by skill, 1 to 5
     * @param speakLanguage whether the agent should speak the customer's language
     * @param serviceTarget how soon its work should be taken
     * @param escalateAfter how long after the deadline somebody is told; 0: never
     * @param preferredWait how long work waits for the customer's last agent alone; 0: not at all
     * @param wrapUp how long an agent's capacity stays taken after completion
     * @param relaxation what is asked less as waiting grows, the first step first
     * @param maxWaiting work that may wait before the overflow queue gets it; 0: any
     * @param overflowQueue where work goes when it is full, or null
     * @param hours when it is open, or null for always
     */
    public record Queue(
            String name,
            Set<String> channels,
            Set<String> topics,
            Map<String, Integer> skills,
            boolean speakLanguage,
            long serviceTarget,
            long escalateAfter,
            long preferredWait,
            long wrapUp,
            List<Step> relaxation,
            int maxWaiting,
            @Nullable String overflowQueue,
            @Nullable Hours hours) {

        /** Copies the collections. */
        public Queue {
            channels = Set.copyOf(channels);
            topics = Set.copyOf(topics);
            skills = Map.copyOf(skills);
            relaxation = List.copyOf(relaxation);
        }
    }

    /**
     * One step of relaxation.
     *
     * @param after how long work waits before it
     * @param drop skills that are no longer asked for
     * @param lower new, lower minimum levels
     * @param widenTo queues whose agents may take the work, too
     * @param toCentre the centre that gets the work, or null; then nothing else is in the step
     */
    public record Step(
            long after,
            Set<String> drop,
            Map<String, Integer> lower,
            List<String> widenTo,
            @Nullable String toCentre) {
        /** Copies the collections. */
        public Step {
            drop = Set.copyOf(drop);
            lower = Map.copyOf(lower);
            widenTo = List.copyOf(widenTo);
        }
    }

    /** Somebody who answers: the sum of weights they may have at once, and their level by skill, 1 to 5. */
    public record Agent(String name, int capacity, Map<String, Integer> skills) {
        /** Copies the skills. */
        public Agent {
            skills = Map.copyOf(skills);
        }
    }
}
