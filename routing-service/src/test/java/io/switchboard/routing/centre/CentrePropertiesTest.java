package io.switchboard.routing.centre;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.RoutingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What holds for whoever only reads the events, whatever the inputs: several hundred random days in a small centre. */
class CentrePropertiesTest {
    private static final int INPUTS = 300;

    record Step(Input input, Instant at) {}

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theEventsTellOneStoryInWhichNothingIsLostOrInTwoPlaces(@ForAll long seed) {
        var outside = new Outside();
        var day = new RandomDay(seed, outside);
        var centre = new Centre("acme", "main");
        for (int i = 0; i < INPUTS; i++) {
            Step step = day.next();
            outside.sees(step.input(), centre.handle(step.input(), step.at()));
        }
        outside.everyMessageIsInOneOpenItemOrFinished();
        // A day without any offer proves nothing; there may be a few.
        Statistics.label("days with offers")
                .collect(outside.offers() > 0)
                .coverage(days -> days.check(true).percentage(share -> share > 90));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aReplayGivesTheSameEventsAlsoAfterARestartInBetween(@ForAll long seed) {
        var outside = new Outside();
        var day = new RandomDay(seed, outside);
        var centre = new Centre("acme", "main");
        var restarted = new Centre("acme", "main");
        List<Step> steps = new ArrayList<>();
        List<List<RoutingEvent>> events = new ArrayList<>();
        Map<String, Memory> kept = new HashMap<>();
        for (int i = 0; i < INPUTS; i++) {
            Step step = day.next();
            steps.add(step);
            events.add(centre.handle(step.input(), step.at()));
            outside.sees(step.input(), events.getLast());
            assertThat(restarted.handle(step.input(), step.at()))
                    .as("step %d after a restart: %s", i, step)
                    .isEqualTo(events.getLast());
            keep(restarted, kept);
            restarted = Centre.restore("acme", "main", kept.values());
        }
        var second = new Centre("acme", "main");
        for (int i = 0; i < INPUTS; i++) {
            assertThat(second.handle(steps.get(i).input(), steps.get(i).at())).isEqualTo(events.get(i));
        }
    }

    private static void keep(Centre centre, Map<String, Memory> kept) {
        centre.takeChanges().forEach((name, memory) -> {
            if (memory == null) {
                kept.remove(name);
            } else {
                kept.put(name, memory);
            }
        });
    }
}
