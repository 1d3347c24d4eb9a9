package io.switchboard.simulation.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A baseline: the agents of a topic get its customers in turn, into their own inboxes. */
public final class RoundRobinInboxes extends Inboxes {
    private final Map<String, Integer> turns = new HashMap<>();

    /** Takes the agents of each topic by number, and how many agents there are in all. */
    public RoundRobinInboxes(Map<String, List<Integer>> qualified, int agents) {
        super(qualified, agents);
    }

    @Override
    int choose(String topic, List<Integer> agents) {
        return agents.get(turns.merge(topic, 1, Integer::sum) % agents.size());
    }
}
