package io.switchboard.routing.board;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.measures.Floor;
import io.switchboard.routing.measures.Measuring;

/** A centre's board as it follows from its events alone. */
final class Replayed {
    private final Measuring measuring;
    private final RecentTallies tallies;

    Replayed(BoardConfig config) {
        measuring = new Measuring(config.abandonedSoon(), Floor.EMPTY);
        tallies = new RecentTallies(config.zone());
    }

    void add(RoutingEvent event) {
        tallies.add(measuring.apply(event).entries(), event.at());
    }

    Floor floor() {
        return measuring.floor();
    }

    RecentTallies tallies() {
        return tallies;
    }
}
