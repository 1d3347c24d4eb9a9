package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Hours.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoursProblemsTest {

    @Test
    void spansInOrderAndApartAreSound() {
        assertThat(problems("00:00-08:00", "08:00-12:00", "13:00-00:00")).isEmpty();
    }

    @Test
    void aQueueOpensSomeDay() {
        assertThat(problems()).containsExactly("queues.billing.hours: it never opens");
    }

    @Test
    void aSpanEndsAfterItBegins() {
        assertThat(problems("08:00-12:00", "18:00-17:00"))
                .containsExactly("queues.billing.hours.open.monday: 18:00-17:00 ends before it begins");
        assertThat(problems("08:00-12:00", "13:00-13:00"))
                .containsExactly("queues.billing.hours.open.monday: 13:00-13:00 ends before it begins");
    }

    @Test
    void spansDoNotOverlap() {
        assertThat(problems("08:00-12:00", "11:00-13:00"))
                .containsExactly("queues.billing.hours.open.monday: 11:00-13:00 must begin after the span before it");
        assertThat(problems("08:00-00:00", "11:00-13:00"))
                .containsExactly("queues.billing.hours.open.monday: 11:00-13:00 must begin after the span before it");
    }

    private static List<String> problems(String... spans) {
        List<Span> monday = java.util.Arrays.stream(spans)
                .map(span -> span.split("-"))
                .map(ends -> new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
        var hours = new Hours(ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, monday), Set.of());
        return APolicy.with(AQueue.asking("billing", 3).open(hours)).problems();
    }
}
