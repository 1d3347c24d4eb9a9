package io.switchboard.simulation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Event;
import io.switchboard.routing.engine.Explanation;
import io.switchboard.routing.engine.Rule;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventHashTest {
    private static Event offered(Rule decidedBy) {
        Explanation explanation =
                new Explanation("p", 0, 3, 2, List.of(new Explanation.Step(Rule.LOAD, 1)), "ben", decidedBy);
        return new Event.Offered(1, 5, new UUID(0, 1), "anna", 30_005, explanation);
    }

    private static String hash(Event... events) {
        EventHash hash = new EventHash();
        List.of(events).forEach(hash);
        return hash.hex();
    }

    @Test
    void oneFieldFarInsideMakesAnotherHash() {
        assertThat(hash(offered(Rule.LOAD))).isNotEqualTo(hash(offered(Rule.IDLE)));
    }

    @Test
    void theOrderCounts() {
        Event applied = new Event.Applied(2, 5, "p");
        assertThat(hash(offered(Rule.LOAD), applied)).isNotEqualTo(hash(applied, offered(Rule.LOAD)));
    }

    @Test
    void equalEventsHaveEqualHashes() {
        assertThat(hash(offered(Rule.LOAD))).isEqualTo(hash(offered(Rule.LOAD)));
    }
}
