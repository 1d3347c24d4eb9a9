package io.switchboard.routing.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.measures.Count;
import io.switchboard.routing.measures.Entry;
import io.switchboard.routing.measures.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTalliesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:30Z");
    private final RecentTallies tallies = new RecentTallies(ZoneId.of("Asia/Kolkata"));

    @Test
    void aDayBeginsInTheZone() {
        // Half past six in the evening in Greenwich is midnight there.
        add(Subject.queue("a|b"), "2026-03-01T18:29:00Z", 1);
        add(Subject.queue("a|b"), "2026-03-01T18:30:00Z", 2);
        assertThat(words())
                .containsExactly(
                        "add day:2026-03-01 QUEUE|ARRIVED|a|b 1",
                        "expire day:2026-03-01  172800",
                        "add day:2026-03-02 QUEUE|ARRIVED|a|b 2",
                        "expire day:2026-03-02  172800");
    }

    @Test
    void whatIsNotRecentIsNotKept() {
        add(Subject.queue("sales"), "2026-02-28T12:00:00Z", 1);
        assertThat(words()).isEmpty();
        add(Subject.queue("sales"), "2026-03-02T07:00:00Z", 1);
        assertThat(words()).noneMatch(word -> word.contains("minute:"));
        add(Subject.queue("sales"), "2026-03-02T07:01:00Z", 1);
        assertThat(words()).anyMatch(word -> word.contains("minute:"));
    }

    @Test
    void inMinutesAgentsAreOne() {
        add(Subject.agent("anna"), "2026-03-02T09:00:00Z", 1);
        add(Subject.agent("ben"), "2026-03-02T09:00:00Z", 2);
        assertThat(words())
                .contains("add minute:29540700 AGENT|ARRIVED| 3")
                .contains("add day:2026-03-02 AGENT|ARRIVED|anna 1")
                .contains("add day:2026-03-02 AGENT|ARRIVED|ben 2");
    }

    private void add(Subject subject, String minute, long amount) {
        tallies.add(List.of(new Entry(subject, Instant.parse(minute), Count.ARRIVED, amount)), NOW);
    }

    private List<String> words() {
        var writes = new Writes();
        tallies.into(writes);
        return writes.words().isEmpty()
                ? List.of()
                : writes.pieces(1).stream()
                        .map(words -> String.join(" ", words))
                        .toList();
    }
}
