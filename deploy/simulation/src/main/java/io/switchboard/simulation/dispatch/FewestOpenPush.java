package io.switchboard.simulation.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A baseline: who arrives is pushed to the agent with the fewest open customers, of equal ones in turn. */
public final class FewestOpenPush extends Inboxes {
    private final Map<String, Integer> turns = new HashMap<>();

    /** Takes the agents of each topic by number, and how many agents there are in all. */
    public FewestOpenPush(Map<String, List<Integer>> qualified, int agents) {
        super(qualified, agents);
    }

    @Override
    int choose(String topic, List<Integer> agents) {
        int turn = turns.merge(topic, 1, Integer::sum);
        int best = agents.get(turn % agents.size());
        for (int i = 1; i < agents.size() && open(best) > 0; i++) {
            int other = agents.get((turn + i) % agents.size());
            best = open(other) < open(best) ? other : best;
        }
        return best;
    }
}
