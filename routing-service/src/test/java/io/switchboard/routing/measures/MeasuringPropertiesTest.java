package io.switchboard.routing.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.centre.RandomStory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What holds of the measures of any day, on days that the real engine told. */
class MeasuringPropertiesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int INPUTS = 300;
    private static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = BEGINNING.plus(Duration.ofDays(30));

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anySplitOfTheStreamAndAnyRedeliveryGiveTheSameSums(@ForAll long seed) throws JsonProcessingException {
        List<RoutingEvent> events = RandomStory.events(seed, INPUTS);
        var whole = new Buckets();
        var measuring = new Measuring(SOON, Floor.EMPTY);
        events.forEach(event -> whole.addAll(measuring.apply(event).entries()));

        var random = new Random(seed);
        var sum = new Buckets();
        Floor floor = Floor.EMPTY;
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            var part = new Buckets();
            var restarted = new Measuring(SOON, floor);
            // What came last before the stop is delivered again.
            for (RoutingEvent event : events.subList(Math.max(0, from - random.nextInt(10)), to)) {
                part.addAll(restarted.apply(event).entries());
                part.addAll(restarted.apply(event).entries());
            }
            sum.addAll(part);
            floor = written(restarted.floor());
            from = to;
        }
        assertThat(sum).isEqualTo(whole);
        assertThat(floor).isEqualTo(measuring.floor());
        Statistics.label("days with answers")
                .collect(whole.sum(Subject.Kind.QUEUE, BEGINNING, END).get(Count.ANSWERED) > 0)
                .coverage(days -> days.check(true).percentage(share -> share > 60));
    }

    private static Floor written(Floor floor) throws JsonProcessingException {
        String json = EventJson.MAPPER.writeValueAsString(floor);
        return EventJson.MAPPER.readValue(json, Floor.class);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatArrivedIsAnsweredAbandonedElsewhereOrStillOpen(@ForAll long seed) {
        Measured day = measured(seed);
        for (String queue : day.queues()) {
            Tally tally = day.buckets().sum(Subject.queue(queue), BEGINNING, END);
            long open = day.floor().work().values().stream()
                    .filter(work -> work.unanswered() && work.queue().equals(queue))
                    .count();
            assertThat(tally.get(Count.ARRIVED))
                    .as(queue)
                    .isEqualTo(tally.get(Count.ANSWERED)
                            + tally.get(Count.ABANDONED)
                            + tally.get(Count.ABANDONED_SOON)
                            + tally.get(Count.LEFT)
                            + open);
            assertThat(tally.get(Count.ANSWERED_IN_TARGET)).isLessThanOrEqualTo(tally.get(Count.ANSWERED));
            assertThat(tally.get(Count.WAIT_MS)).isGreaterThanOrEqualTo(tally.get(Count.LONGEST_WAIT_MS));
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void everyOfferHasOneEndOrIsOpenAndQueuesAndAgentsAgree(@ForAll long seed) {
        Measured day = measured(seed);
        Tally agents = day.buckets().sum(Subject.Kind.AGENT, BEGINNING, END);
        long open = day.floor().work().values().stream()
                .filter(work -> work.place() == Place.OFFERED)
                .count();
        assertThat(agents.get(Count.OFFERS))
                .isEqualTo(agents.get(Count.ACCEPTED)
                        + agents.get(Count.DECLINED)
                        + agents.get(Count.MISSED)
                        + agents.get(Count.WITHDRAWN)
                        + open);
        Tally queues = day.buckets().sum(Subject.Kind.QUEUE, BEGINNING, END);
        for (Count count : List.of(
                Count.HANDLED,
                Count.HANDLE_MS,
                Count.COMPLETED,
                Count.OPEN_MS,
                Count.TRANSFERRED,
                Count.POSTPONED,
                Count.GIVEN_BACK)) {
            assertThat(queues.get(count)).as(count.name()).isEqualTo(agents.get(count));
        }
        assertThat(queues.get(Count.HANDLED))
                .isEqualTo(queues.get(Count.COMPLETED) + queues.get(Count.TRANSFERRED) + queues.get(Count.POSTPONED));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theAgentsTimeIsWhatSomebodyWithAStopwatchCounts(@ForAll long seed) {
        List<RoutingEvent> events = RandomStory.events(seed, INPUTS);
        var history = new History(SOON);
        var stopwatch = new Stopwatch();
        for (RoutingEvent event : events) {
            history.add(event);
            stopwatch.sees(event);
        }
        Instant last = events.getLast().at();
        Buckets buckets = history.buckets("acme/main", last);
        for (String agent : List.of("anna", "ben", "clara", "diego")) {
            Tally tally = buckets.sum(Subject.agent(agent), BEGINNING, END);
            assertThat(tally.get(Count.BUSY_MS)).as(agent).isEqualTo(stopwatch.busy(agent));
            assertThat(tally.get(Count.FREE_MS)).as(agent).isEqualTo(stopwatch.free(agent));
        }
        for (Instant minute = events.getFirst().at().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
                minute.isBefore(last);
                minute = minute.plusSeconds(60)) {
            Tally tally = buckets.sum(Subject.agent("anna"), minute, minute.plusSeconds(60));
            assertThat(tally.get(Count.BUSY_MS) + tally.get(Count.FREE_MS)).isLessThanOrEqualTo(60_000);
        }
    }

    record Measured(Buckets buckets, Floor floor) {
        List<String> queues() {
            return List.of("unsorted", "billing", "general");
        }
    }

    private static Measured measured(long seed) {
        var buckets = new Buckets();
        var measuring = new Measuring(SOON, Floor.EMPTY);
        List<RoutingEvent> events = new ArrayList<>(RandomStory.events(seed, INPUTS));
        events.forEach(event -> buckets.addAll(measuring.apply(event).entries()));
        return new Measured(buckets, measuring.floor());
    }
}
