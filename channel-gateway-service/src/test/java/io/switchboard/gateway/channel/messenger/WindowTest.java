package io.switchboard.gateway.channel.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.kit.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Duration DAY = Duration.ofDays(1);
    private final Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatWasWrittenBeforeAPageWasConnectedIsNotLookedFor() {
        Window first = Window.of(Optional.empty(), now, DAY);
        assertThat(first.since()).isEqualTo(now);
    }

    @Test
    void theNextLooksOverlapSoThatDifferentClocksHideNothing() {
        Instant last = now.minusSeconds(900);
        Window window = Window.of(Optional.of(last), now, DAY);
        assertThat(window.since()).isEqualTo(last.minusSeconds(900));
        // What the last look left out as too young is in this one.
        assertThat(window.since())
                .isBefore(Window.of(Optional.empty(), last, DAY).until());
        assertThat(window.until()).isEqualTo(now.minusSeconds(60));
    }

    @Test
    void afterAnOutageALookGoesBackADayAndNoFurther() {
        assertThat(Window.of(Optional.of(now.minus(Duration.ofHours(5))), now, DAY)
                        .since())
                .isEqualTo(now.minus(Duration.ofMinutes(315)));
        assertThat(Window.of(Optional.of(now.minus(Duration.ofDays(9))), now, DAY)
                        .since())
                .isEqualTo(now.minus(DAY));
    }

    @Test
    void timesAreReadInAllTheirForms() throws Exception {
        Window window = Window.of(Optional.of(now.minus(DAY)), now, DAY);
        assertThat(window.within(List.of(
                        created("\"2026-03-02T11:00:00+0000\""),
                        created("\"2026-03-02T12:00:00+0100\""),
                        created("\"2026-03-02T11:00:00Z\""),
                        created(String.valueOf(now.minusSeconds(3600).getEpochSecond())))))
                .hasSize(4);
        assertThat(window.within(List.of(
                        created("\"2026-03-02T12:00:00+0000\""),
                        created("\"2026-03-01T11:59:59+0000\""),
                        created("\"yesterday\""),
                        created("null"),
                        created("1e400"),
                        created("9223372036854775807"))))
                .isEmpty();
    }

    private static JsonNode created(String time) throws Exception {
        return EventJson.MAPPER.readTree("{\"created_time\":" + time + "}");
    }
}
