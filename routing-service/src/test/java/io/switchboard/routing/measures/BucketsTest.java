package io.switchboard.routing.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final Subject SALES = Subject.queue("sales");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Buckets buckets = new Buckets();

    @Test
    void aDayIsAsLongAsItIsInItsZone() {
        // On this day clocks went forward: it lasted from 23:00Z for 23 hours.
        LocalDate day = LocalDate.of(2026, 3, 29);
        for (String minute : new String[] {
            "2026-03-28T22:59:00Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:00Z", "2026-03-29T22:00:00Z"
        }) {
            buckets.add(new Entry(SALES, Instant.parse(minute), Count.ARRIVED, 1));
        }
        assertThat(buckets.day(SALES, day, BERLIN).get(Count.ARRIVED)).isEqualTo(2);
        assertThat(buckets.day(SALES, day, ZoneId.of("UTC")).get(Count.ARRIVED)).isEqualTo(2);
        assertThat(buckets.day(SALES, day.minusDays(1), ZoneId.of("UTC")).get(Count.ARRIVED))
                .isEqualTo(2);
    }

    @Test
    void countsAreAddedAndTheLongestIsTheGreatest() {
        Instant minute = Instant.parse("2026-03-02T09:00:00Z");
        buckets.add(new Entry(SALES, minute, Count.WAIT_MS, 10));
        buckets.add(new Entry(SALES, minute, Count.WAIT_MS, 30));
        buckets.add(new Entry(SALES, minute, Count.LONGEST_WAIT_MS, 30));
        buckets.add(new Entry(SALES, minute.plusSeconds(60), Count.LONGEST_WAIT_MS, 10));
        Tally both = buckets.sum(SALES, minute, minute.plusSeconds(120));
        assertThat(both.get(Count.WAIT_MS)).isEqualTo(40);
        assertThat(both.get(Count.LONGEST_WAIT_MS)).isEqualTo(30);
    }

    @Test
    void theCentreIsTheSumOfItsQueuesAndNotOfItsAgents() {
        Instant minute = Instant.parse("2026-03-02T09:00:00Z");
        buckets.add(new Entry(SALES, minute, Count.OFFERS, 1));
        buckets.add(new Entry(Subject.queue("support"), minute, Count.OFFERS, 2));
        buckets.add(new Entry(Subject.agent("sales"), minute, Count.OFFERS, 4));
        assertThat(buckets.sum(Subject.Kind.QUEUE, minute, minute.plusSeconds(60))
                        .get(Count.OFFERS))
                .isEqualTo(3);
    }
}
