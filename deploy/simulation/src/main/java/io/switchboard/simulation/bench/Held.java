package io.switchboard.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Work with agents, from which any one can be taken at once. */
final class Held {
    private final List<UUID> works = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();

    void add(UUID work, String agent) {
        works.add(work);
        agents.add(agent);
    }

    boolean isEmpty() {
        return works.isEmpty();
    }

    int size() {
        return works.size();
    }

    String agent(int place) {
        return agents.get(place);
    }

    UUID remove(int place) {
        UUID work = works.get(place);
        UUID lastWork = works.removeLast();
        String lastAgent = agents.removeLast();
        if (place < works.size()) {
            works.set(place, lastWork);
            agents.set(place, lastAgent);
        }
        return work;
    }
}
