package io.switchboard.profile.hours;

import static io.switchboard.profile.hours.PlainHours.QUARTER;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Setups.queue;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import io.switchboard.profile.hours.PlainHours.Since;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Setups;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The open time that the database counts is that of looking at each quarter of an hour: random hours, holidays and changes of both, in
 * places and weeks in which clocks change.
 */
@ComponentTest
class OpenSecondsTest {
    private static final Duration AROUND = Duration.ofDays(9);
    private static final int QUEUES = 12;
    private static final int MOMENTS = 10;

    @Inject
    Database database;

    @Inject
    FollowSetup followSetup;

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29",
        "Europe/Berlin, 2026-10-25",
        "America/New_York, 2026-11-01",
        // At midnight: the first hour of a day is left out, the last one of another comes twice.
        "Africa/Cairo, 2026-04-24",
        "Africa/Cairo, 2026-10-29",
        "America/Havana, 2026-11-01",
        // By half an hour; for a month.
        "Australia/Lord_Howe, 2026-04-05",
        "Australia/Lord_Howe, 2026-10-04",
        "Africa/Casablanca, 2025-02-23",
        // None.
        "Asia/Kolkata, 2026-03-29",
        "+05:45, 2026-03-29",
        "UTC-3, 2026-03-29",
        "Z, 2026-03-29",
    })
    void isWhatTheClockSays(String zone, LocalDate change) throws Throwable {
        Instant middle = change.atStartOfDay(ZoneOffset.UTC).toInstant();
        Random random = new Random(zone.hashCode() + change.hashCode());
        String tenant = aTenant();
        Map<String, List<Since>> told = tell(tenant, zone, middle, random);
        List<Instant> moments = IntStream.range(0, MOMENTS)
                .mapToObj(_ -> moment(random, middle))
                .distinct()
                .sorted()
                .toList();
        List<String> expected = new ArrayList<>();
        told.forEach((queue, hours) -> expected.addAll(expected(queue, new PlainHours(hours), moments)));
        assertThat(counted(tenant, moments)).isEqualTo(expected);
    }

    /** Every queue is told of three times, mostly with other hours. */
    private Map<String, List<Since>> tell(String tenant, String zone, Instant middle, Random random) throws Throwable {
        Map<String, List<Since>> told = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            Instant since = middle.minus(AROUND)
                    .plus(AROUND.multipliedBy(i).dividedBy(2))
                    .plus(QUARTER.multipliedBy(random.nextInt(96)));
            Queue[] queues = new Queue[QUEUES];
            for (int j = 0; j < QUEUES; j++) {
                OpeningHours hours = random.nextInt(5) == 0 ? null : hours(zone, middle, random);
                queues[j] = queue("queue%02d".formatted(j), hours);
                told.computeIfAbsent(queues[j].name(), _ -> new ArrayList<>()).add(new Since(since, hours));
            }
            VertxContextSupport.subscribeAndAwait(() -> followSetup.take(Setups.of(tenant, since, queues)));
        }
        return told;
    }

    private static OpeningHours hours(String zone, Instant middle, Random random) {
        Map<String, List<String>> open = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(6) > 0) {
                open.put(day.name().toLowerCase(Locale.ROOT), spans(random));
            }
        }
        Set<String> holidays = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> LocalDate.ofInstant(moment(random, middle), ZoneOffset.UTC)
                        .toString())
                .collect(Collectors.toSet());
        return new OpeningHours(zone, open, holidays);
    }

    /** Up to three spans, in order and apart; most are at night, when clocks change. */
    private static List<String> spans(Random random) {
        int earliest = random.nextInt(4) == 0 ? 88 : 0;
        int latest = earliest == 88 || random.nextInt(3) == 0 ? 96 : 16;
        List<Integer> edges = random.ints(2L * (1 + random.nextInt(3)), earliest, latest + 1)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        return IntStream.range(0, edges.size() / 2)
                .mapToObj(i -> clock(edges.get(2 * i)) + "-" + clock(edges.get(2 * i + 1)))
                .toList();
    }

    private static String clock(int quarter) {
        return "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
    }

    private static Instant moment(Random random, Instant middle) {
        long quarters = AROUND.dividedBy(QUARTER);
        return middle.plus(QUARTER.multipliedBy(random.nextLong(-quarters, quarters)));
    }

    private static List<String> expected(String queue, PlainHours plain, List<Instant> moments) {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            Instant since = moments.get(i - 1);
            Instant until = moments.get(i);
            expected.add("%s from %s to %s: %d s, closed at first: %b"
                    .formatted(queue, since, until, plain.openSeconds(since, until), !plain.isOpen(since)));
        }
        return expected;
    }

    private List<String> counted(String tenant, List<Instant> moments) {
        return database
                .in(
                        tenant,
                        session -> session.createNativeQuery("""
                                select o.queue, m.since, m.until, open_seconds(o.opens, o.closes, o.before, m.since, m.until),
                                    was_closed(o.opens, o.closes, m.since)
                                from opening_of(:tenant, 'main', cast(:earliest as timestamptz), cast(:latest as timestamptz)) o
                                cross join (
                                    select moment as since, lead(moment) over (order by moment) as until
                                    from unnest(cast(cast(:moments as text) as timestamptz[])) moment) m
                                where m.until is not null
                                order by o.queue, m.since
                                """, Object[].class)
                                .setParameter("tenant", tenant)
                                .setParameter("earliest", moments.getFirst())
                                .setParameter("latest", moments.getLast())
                                .setParameter(
                                        "moments",
                                        moments.toString().replace('[', '{').replace(']', '}'))
                                .getResultList())
                .stream()
                .map(row -> "%s from %s to %s: %d s, closed at first: %b"
                        .formatted(row[0], instant(row[1]), instant(row[2]), ((Double) row[3]).longValue(), row[4]))
                .toList();
    }

    private static Instant instant(Object time) {
        return ((OffsetDateTime) time).toInstant();
    }
}
