package io.switchboard.contracts.routing;

import java.util.List;

/**
 * Why an offer went to this agent.
 *
 * @param candidates how many available agents had the skills and the room
 * @param reasons what each rule said, in order, at most eight short sentences
 * @param setupVersion version of the skills and queues that were in force
 */
public record Explanation(int candidates, List<String> reasons, String setupVersion) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }
}
