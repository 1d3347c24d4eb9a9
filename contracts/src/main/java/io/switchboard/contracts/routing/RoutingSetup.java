package io.switchboard.contracts.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who can do what in a centre, and how its work is queued. Topic {@code routing.setup}, compacted, key: centre. What is
 * left out has the value that is named here.
 *
 * @param tenant the organisation
 * @param centre the contact centre
 * @param version changes with the content
 * @param offerTimeoutSeconds how long an offer stands, 1 to 3600
 * @param expiriesUntilNotResponding offers in a row an agent may let expire before routing takes them out
 * @param channelWeights how much of an agent's capacity one work item of a channel takes
 * @param queues in the order they are tried; the last one must match everything
 * @param agents the agents of the centre
 * @param skills every skill there is, except {@code language:xx}; empty: whatever is used
 * @param channelLimits work items of a channel an agent may have at once; missing or 0: as many as the capacity allows
 * @param interrupts by channel, the channels whose work is set aside for it
 * @param choosing who is preferred among agents who could all take the work, the first rule first: {@code last-agent},
 *     {@code proficiency}, {@code load}, {@code idle}; empty: in this order
 * @param pauseSeconds how long an agent is not offered again what they declined, missed or gave back; 60
 * @param absenceSeconds how long an agent may be gone before others get what they hold; 600
 * @param secondsPerPriority by how much a point of priority brings work forward; 6
 * @param emergencyTopics topics that are emergencies
 * @param emergencyHeadStartSeconds by how much an emergency is brought forward; 3600
 * @param emergencyCap emergencies that may wait at a time, more count as ordinary; 20
 * @param changedBy who made this version, null when it is not known
 * @param changedAt when this version was made, null when it is not known
 */
public record RoutingSetup(
        String tenant,
        String centre,
        String version,
        int offerTimeoutSeconds,
        int expiriesUntilNotResponding,
        Map<String, Integer> channelWeights,
        List<Queue> queues,
        List<Agent> agents,
        Set<String> skills,
        Map<String, Integer> channelLimits,
        Map<String, Set<String>> interrupts,
        List<String> choosing,
        Integer pauseSeconds,
        Integer absenceSeconds,
        Integer secondsPerPriority,
        Set<String> emergencyTopics,
        Integer emergencyHeadStartSeconds,
        Integer emergencyCap,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    // What is missing in JSON comes as null; an int would not tell it from 0, which means something else.
    public RoutingSetup {
        channelWeights = Map.copyOf(channelWeights);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        skills = skills == null ? Set.of() : Set.copyOf(skills);
        channelLimits = channelLimits == null ? Map.of() : Map.copyOf(channelLimits);
        interrupts = interrupts == null ? Map.of() : copy(interrupts);
        choosing = choosing == null ? List.of() : List.copyOf(choosing);
        pauseSeconds = pauseSeconds == null ? 60 : pauseSeconds;
        absenceSeconds = absenceSeconds == null ? 600 : absenceSeconds;
        secondsPerPriority = secondsPerPriority == null ? 6 : secondsPerPriority;
        emergencyTopics = emergencyTopics == null ? Set.of() : Set.copyOf(emergencyTopics);
        emergencyHeadStartSeconds = emergencyHeadStartSeconds == null ? 3600 : emergencyHeadStartSeconds;
        emergencyCap = emergencyCap == null ? 20 : emergencyCap;
    }

    /** Leaves everything out that can be left out. */
    public RoutingSetup(
            String tenant,
            String centre,
            String version,
            int offerTimeoutSeconds,
            int expiriesUntilNotResponding,
            Map<String, Integer> channelWeights,
            List<Queue> queues,
            List<Agent> agents) {
        this(
                tenant,
                centre,
                version,
                offerTimeoutSeconds,
                expiriesUntilNotResponding,
                channelWeights,
                queues,
                agents,
                Set.of(),
                Map.of(),
                Map.of(),
                List.of(),
                60,
                600,
                6,
                Set.of(),
                3600,
                20,
                null,
                null);
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> sets) {
        return sets.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /**
     * Waiting work with the same requirement.
     *
     * @param name unique in the centre
     * @param channels channels it takes; empty: all
     * @param topics topics it takes; empty: all
     * @param skills minimum level by skill, 1 to 5
     * @param speakLanguage whether the agent must have the message's language as a skill {@code language:xx}
     * @param serviceLevelSeconds how soon its work should be accepted
     * @param escalateAfterSeconds how long after that somebody is told; 0: never
     * @param preferredWaitSeconds how long work waits for the customer's last agent alone; 0: not at all
     * @param wrapUpSeconds how long an agent's capacity stays taken after completion
     * @param relaxation what is asked less as waiting grows, the first step first
     * @param maxWaiting work that may wait before the overflow queue gets it; 0: any
     * @param overflowQueue where work goes when it is full
     * @param hours when it is open, null: always
     * @param afterHoursAnswer what a customer is told who writes while it is closed, null: nothing
     */
    public record Queue(
            String name,
            Set<String> channels,
            Set<String> topics,
            Map<String, Integer> skills,
            boolean speakLanguage,
            int serviceLevelSeconds,
            int escalateAfterSeconds,
            int preferredWaitSeconds,
            int wrapUpSeconds,
            List<RelaxationStep> relaxation,
            int maxWaiting,
            @Nullable String overflowQueue,
            @Nullable OpeningHours hours,
            @Nullable String afterHoursAnswer) {

        public Queue {
            channels = channels == null ? Set.of() : Set.copyOf(channels);
            topics = topics == null ? Set.of() : Set.copyOf(topics);
            skills = skills == null ? Map.of() : Map.copyOf(skills);
            relaxation = relaxation == null ? List.of() : List.copyOf(relaxation);
        }

        /** Leaves everything out that can be left out. */
        public Queue(
                String name,
                Set<String> channels,
                Set<String> topics,
                Map<String, Integer> skills,
                boolean speakLanguage,
                int serviceLevelSeconds) {
            this(
                    name,
                    channels,
                    topics,
                    skills,
                    speakLanguage,
                    serviceLevelSeconds,
                    0,
                    0,
                    0,
                    List.of(),
                    0,
                    null,
                    null,
                    null);
        }
    }

    /**
     * Somebody who answers.
     *
     * @param name the user name they sign in with
     * @param capacity sum of channel weights they may hold at once
     * @param skills level by skill, 1 (knows it) to 5 (best)
     */
    public record Agent(String name, int capacity, Map<String, Integer> skills) {

        public Agent {
            skills = Map.copyOf(skills);
        }
    }
}
