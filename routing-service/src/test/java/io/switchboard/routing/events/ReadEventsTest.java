package io.switchboard.routing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.BadLuck;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadEventsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final ToldEvent TOLD = new ToldEvent(
            new RoutingEvent.WrapUpEnded(
                    UUID.randomUUID(), "acme", "main", 1, Instant.EPOCH, UUID.randomUUID(), "anna"),
            "{}",
            0);

    private final List<ToldEvent> shown = new ArrayList<>();
    private final EventView slow = told -> Uni.createFrom()
            .voidItem()
            .onItem()
            .delayIt()
            .by(Duration.ofMillis(50))
            .invoke(() -> shown.add(told));

    @Test
    void aViewThatFailsKeepsTheOthersFromNothing() {
        EventView broken = told -> {
            throw new IllegalStateException("broken");
        };
        Uni<Void> all = ReadEvents.show(List.of(broken, slow), TOLD);
        assertThatThrownBy(() -> all.await().atMost(SOON)).hasStackTraceContaining("broken");
        assertThat(shown).containsExactly(TOLD);
    }

    @Test
    void badLuckAmongTheFailuresIsTriedAgain() {
        EventView broken = told -> Uni.createFrom().failure(new IllegalStateException("broken"));
        EventView unlucky = told ->
                Uni.createFrom().failure(new IllegalStateException(new RuntimeException(new IOException("away"))));
        Uni<Void> all = ReadEvents.show(List.of(broken, unlucky), TOLD);
        assertThatThrownBy(() -> all.await().atMost(SOON)).matches(BadLuck::is);
    }
}
