package io.switchboard.gateway.desk.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.DeskSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The desks that are connected to this replica. */
@ApplicationScoped
class OpenDesks {
    private final Map<String, OpenDesk> byConnection = new ConcurrentHashMap<>();
    private final Map<Agent, Set<OpenDesk>> byAgent = new ConcurrentHashMap<>();
    private final int mostPerAgent;

    OpenDesks(DeskSettings settings, MeterRegistry metrics) {
        this.mostPerAgent = settings.desksPerAgent();
        metrics.gaugeMapSize("switchboard.desks.open", List.of(), byConnection);
    }

    /** Adds a desk; returns false when its agent has too many already. */
    boolean add(String connection, OpenDesk desk) {
        var added = new boolean[1];
        byAgent.compute(desk.person().agent(), (_, known) -> {
            Set<OpenDesk> desks = known == null ? ConcurrentHashMap.newKeySet() : known;
            added[0] = desks.size() < mostPerAgent && desks.add(desk);
            return desks.isEmpty() ? null : desks;
        });
        if (added[0]) {
            byConnection.put(connection, desk);
        }
        return added[0];
    }

    Optional<OpenDesk> remove(String connection) {
        Optional<OpenDesk> removed = Optional.ofNullable(byConnection.remove(connection));
        removed.ifPresent(desk -> byAgent.computeIfPresent(desk.person().agent(), (_, desks) -> {
            desks.remove(desk);
            return desks.isEmpty() ? null : desks;
        }));
        return removed;
    }

    Optional<OpenDesk> of(String connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    Stream<OpenDesk> of(Agent agent) {
        return byAgent.getOrDefault(agent, Set.of()).stream();
    }

    Stream<OpenDesk> all() {
        return byConnection.values().stream();
    }

    Set<Agent> agents() {
        return Set.copyOf(byAgent.keySet());
    }
}
