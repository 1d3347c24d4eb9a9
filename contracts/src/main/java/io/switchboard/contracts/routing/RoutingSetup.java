package io.switchboard.contracts.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who can do what in a centre, and how its work is queued. Topic {@code routing.setup}, compacted, key: centre.
 *
 * @param tenant the organisation
 * @param centre the contact centre
 * @param version changes with the content
 * @param offerTimeoutSeconds how long an offer stands, 1 to 3600
 * @param expiriesUntilNotResponding offers in a row an agent may let expire before routing takes them out
 * @param channelWeights how much of an agent's capacity one work item of a channel takes
 * @param queues in the order they are tried; the last one must match everything
 * @param agents the agents of the centre
 */
public record RoutingSetup(
        String tenant,
        String centre,
        String version,
        int offerTimeoutSeconds,
        int expiriesUntilNotResponding,
        Map<String, Integer> channelWeights,
        List<Queue> queues,
        List<Agent> agents) {

    public RoutingSetup {
        channelWeights = Map.copyOf(channelWeights);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
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
     */
    public record Queue(
            String name,
            Set<String> channels,
            Set<String> topics,
            Map<String, Integer> skills,
            boolean speakLanguage,
            int serviceLevelSeconds) {

        public Queue {
            channels = channels == null ? Set.of() : Set.copyOf(channels);
            topics = topics == null ? Set.of() : Set.copyOf(topics);
            skills = skills == null ? Map.of() : Map.copyOf(skills);
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
