package io.switchboard.profile.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.insight.Period.Reading.Refused;
import io.switchboard.profile.insight.Period.Reading.Sound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aDayOfTheWallClockHas23Or24Or25Hours() {
        assertThat(berlin("2026-03-29").hours()).hasSize(23);
        assertThat(berlin("2026-06-01").hours()).hasSize(24);
        assertThat(berlin("2026-10-25").hours()).hasSize(25);
    }

    @Test
    void theHourThatComesTwiceIsTwoHours() {
        List<String> labels =
                berlin("2026-10-25").hours().stream().map(Period.Span::label).toList();
        assertThat(labels.subList(1, 5))
                .containsExactly(
                        "2026-10-25T01:00:00+02:00",
                        "2026-10-25T02:00:00+02:00",
                        "2026-10-25T02:00:00+01:00",
                        "2026-10-25T03:00:00+01:00");
        assertThat(labels).doesNotHaveDuplicates();
    }

    @Test
    void theHourThatIsLeftOutIsNone() {
        assertThat(berlin("2026-03-29").hours().stream().map(Period.Span::label))
                .contains("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00")
                .noneMatch(label -> label.startsWith("2026-03-29T02"));
    }

    @Test
    void aDayThatBeginsAtOneIsADay() {
        Period period = ((Sound) Period.read("2026-04-24", null, "Africa/Cairo", NOW)).period();
        assertThat(period.start()).isEqualTo("2026-04-23T22:00:00Z");
        assertThat(period.hours()).hasSize(23);
    }

    @Test
    void spansCoverThePeriodWithoutGaps() {
        Period month = ((Sound) Period.read("2026-10-01", "2026-10-31", "Europe/Berlin", NOW)).period();
        assertThat(month.hours()).hasSize(31 * 24 + 1);
        assertThat(month.days()).hasSize(31);
        assertThat(month.days().getFirst().start()).isEqualTo(month.start());
        assertThat(month.end()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(month.before().end()).isEqualTo(month.start());
        assertThat(month.before().length()).isEqualTo(31);
    }

    @Test
    void todayIsTodayThere() {
        assertThat(Period.read("2026-11-23", null, "Pacific/Kiritimati", NOW)).isInstanceOf(Sound.class);
        assertThat(Period.read("2026-11-23", null, "Europe/Berlin", NOW)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "2026-03-01 | - | Europe/Berln | zone: there is no time zone called \"Europe/Berln\".",
                "2026-03-01 | - | +02:00 | zone: there is no time zone called \"+02:00\".",
                "2026-03-01 | - | <b>x | zone: there is no time zone called \"?b?x\".",
                "- | - | - | from: give a day such as 2026-03-29.",
                "yesterday | - | - | from: give a day such as 2026-03-29.",
                "2026-02-30 | - | - | from: give a day such as 2026-03-29.",
                "-999999999-01-01 | - | - | from: give a day such as 2026-03-29.",
                "2026-03-01 | soon | - | to: give a day such as 2026-03-29.",
                "2026-11-23 | - | - | from: 2026-11-23 is in the future.",
                "2026-11-22 | 2026-11-23 | - | to: 2026-11-23 is in the future.",
                "2026-03-02 | 2026-03-01 | - | to: 2026-03-01 is before 2026-03-02.",
                "2025-01-01 | 2026-03-01 | - | to: at most 92 days are counted at once.",
            })
    void whatCanNotBeIsRefusedByName(String from, String to, String zone, String why) {
        assertThat(Period.read(from, to, zone, NOW)).isEqualTo(new Refused(why));
    }

    private static Period berlin(String day) {
        return ((Sound) Period.read(day, null, "Europe/Berlin", NOW)).period();
    }
}
