package io.switchboard.profile.support;

import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Setups of a centre of which only the hours matter. */
public final class Setups {
    private Setups() {}

    /** Returns a setup of the centre {@code main}; its version is the moment. */
    public static RoutingSetup of(String tenant, Instant changedAt, Queue... queues) {
        return of(tenant, "main", changedAt, queues);
    }

    /** Returns a setup of a centre; its version is the moment. */
    public static RoutingSetup of(String tenant, String centre, Instant changedAt, Queue... queues) {
        return new RoutingSetup(
                tenant,
                centre,
                changedAt.toString(),
                30,
                3,
                Map.of(),
                List.of(queues),
                List.of(),
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
                "sam",
                changedAt);
    }

    /** Returns a queue; null hours are always. */
    public static Queue queue(String name, OpeningHours hours) {
        return new Queue(name, Set.of(), Set.of(), Map.of(), false, 60, 0, 0, 0, List.of(), 0, null, hours, null);
    }

    /** Returns the same spans from Monday to Friday. */
    public static OpeningHours workdays(String zone, String... spans) {
        List<String> open = List.of(spans);
        return new OpeningHours(
                zone,
                Map.of("monday", open, "tuesday", open, "wednesday", open, "thursday", open, "friday", open),
                Set.of());
    }
}
