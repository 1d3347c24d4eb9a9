package io.switchboard.profile.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
    private final Round soon = new Round("SOON", Duration.ofMinutes(5));

    @Test
    void anHourIsDueOnceItIsOverAndWhatWasOnItsWayHasCome() {
        assertThat(soon.due(NINE, NINE.plusSeconds(3899))).isEmpty();
        assertThat(soon.due(NINE, NINE.plusSeconds(3900))).containsExactly(NINE);
    }

    @Test
    void allHoursAreDueThatWereMissed_butNotAllAtOnce() {
        assertThat(soon.due(NINE, NINE.plus(Duration.ofHours(4))))
                .containsExactly(NINE, NINE.plusSeconds(3600), NINE.plusSeconds(7200));
        assertThat(soon.due(NINE, NINE.plus(Duration.ofDays(40)))).hasSize(24).startsWith(NINE);
    }

    @Test
    void nothingIsDueOfAClockThatWasSetBack() {
        assertThat(soon.due(NINE, NINE.minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void theLastTimeIsWhenNoContactCanContinueOneOfTheHour() {
        assertThat(Round.of(Duration.ofDays(7)))
                .extracting(Round::after)
                .isEqualTo(List.of(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(8)));
        assertThat(Round.beginning(NINE.plusSeconds(1234))).isEqualTo(NINE);
    }
}
