package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.setup.Policies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts a centre's memories by what they are for. */
final class Restoring {
    private final Collection<Memory> memories;
    private final List<io.switchboard.routing.engine.Memory> ofEngine = new ArrayList<>();
    private @Nullable RoutingSetup setup;

    Restoring(Collection<Memory> memories) {
        this.memories = memories;
    }

    void into(Journal journal, OpenItems items) {
        for (Memory memory : memories) {
            switch (memory) {
                case Memory.InForce inForce -> setup = inForce.setup();
                case Memory.OfEngine of -> ofEngine.add(of.kept());
                case Memory.Described described -> items.restore(described.item());
                case Memory.Seen seen -> restore(seen, items);
                case Memory.Counters counters -> {
                    journal.restore(counters);
                    items.finishedMessages.restoreCount(counters.finishedMessages());
                    items.commands.restoreCount(counters.commands());
                }
            }
        }
    }

    private static void restore(Memory.Seen seen, OpenItems items) {
        switch (seen.kind()) {
            case "message" -> items.finishedMessages.restore(seen);
            case "command" -> items.commands.restore(seen);
            default -> throw new IllegalArgumentException("no such kind of id: " + seen.kind());
        }
    }

    Engine engine() {
        return setup == null ? Engine.restore(ofEngine) : Engine.restore(Policies.of(setup), ofEngine);
    }

    @Nullable
    RoutingSetup setup() {
        return setup;
    }
}
