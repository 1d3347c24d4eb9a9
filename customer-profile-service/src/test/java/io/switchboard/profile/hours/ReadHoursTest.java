package io.switchboard.profile.hours;

import static io.switchboard.profile.support.Setups.queue;
import static io.switchboard.profile.support.Setups.workdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.OpeningHours;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening hours as people write them, and as the database keeps them. */
class ReadHoursTest {
    private static final Map<String, List<String>> MONDAYS = Map.of("monday", List.of("09:00-17:00"));

    @Test
    void spansAreInOrderAndMidnightIsTheEndOfTheDay() {
        var open = Map.of("sunday", List.of("20:00-00:00", "08:00-12:00"), "monday", List.of("00:00-24:00"));
        var read = ReadHours.of(
                queue("billing", new OpeningHours("Europe/Berlin", open, Set.of("2026-12-26", "2026-12-25"))));
        assertThat(read.problem()).isNull();
        assertThat(read.hours())
                .isEqualTo(new QueueHours(
                        "billing",
                        "Europe/Berlin",
                        List.of(1, 7, 7),
                        List.of("00:00", "08:00", "20:00"),
                        List.of("24:00", "12:00", "24:00"),
                        List.of("2026-12-25", "2026-12-26")));
    }

    @Test
    void noHoursAndHoursThatNeverOpenAreAlways() {
        assertThat(ReadHours.of(queue("billing", null)).hours()).isEqualTo(QueueHours.always("billing"));
        var never = new OpeningHours("Europe/Berlin", Map.of("monday", List.of()), Set.of());
        assertThat(ReadHours.of(queue("billing", never)).hours()).isEqualTo(QueueHours.always("billing"));
        assertThat(ReadHours.of(queue("billing", never)).problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "Z, UTC",
        "UTC, UTC",
        "GMT+2, UTC-02:00",
        "-03:30, UTC+03:30",
        "Etc/GMT+5, UTC+05:00"
    })
    void anOffsetIsNamedAsPostgresUnderstandsIt(String written, String kept) {
        assertThat(ReadHours.of(queue("billing", workdays(written, "09:00-17:00")))
                        .hours()
                        .zone())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17:00-09:00", "09:00-09:00", "9:00-17:00", "09:00-25:00", "24:00-24:00", "always", ""})
    void whatIsNoSpanIsNamed(String span) {
        var read = ReadHours.of(queue("billing", workdays("Europe/Berlin", span)));
        assertThat(read.hours()).isEqualTo(QueueHours.always("billing"));
        assertThat(read.problem()).contains(span.substring(Math.max(0, span.length() - 5)));
    }

    @Test
    void whatIsNoZoneNoDayAndNoDateIsNamed() {
        assertThat(problem(new OpeningHours("Mars/Olympus", MONDAYS, Set.of()))).contains("Mars/Olympus");
        assertThat(problem(new OpeningHours(null, MONDAYS, Set.of()))).isNotEmpty();
        assertThat(problem(new OpeningHours("UTC", Map.of("someday", List.of("09:00-17:00")), Set.of())))
                .contains("SOMEDAY");
        assertThat(problem(new OpeningHours("UTC", MONDAYS, Set.of("2026-02-30"))))
                .contains("2026-02-30");
    }

    private static String problem(OpeningHours hours) {
        return ReadHours.of(queue("billing", hours)).problem();
    }
}
