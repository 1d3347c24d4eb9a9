package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.contracts.Topics;
import io.switchboard.e2e.RunningSuite.Running;
import io.switchboard.platform.doors.MessengerDoor;
import io.switchboard.platform.parts.PartName;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without its broker the gateway says so at once, and goes on when the broker is back. */
@ExtendWith(RunningSuite.class)
class KafkaAwayIT {

    @Test
    void aWebhookGetsAQuick503AndNeverA200(Running running) throws Exception {
        MessengerDoor door = MessengerDoor.ofAcme(running.addresses().gateway());
        assertThat(door.message("60", "m_" + UUID.randomUUID(), "before")).isEqualTo(200);
        String mid = "m_away_" + UUID.randomUUID();
        running.suite().kill(PartName.KAFKA);
        try {
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                assertThat(door.message("60", mid, "Is anybody there?")).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            }
        } finally {
            running.suite().restart(PartName.KAFKA);
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> door.message("60", mid, "Is anybody there?") == 200);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> new Kafka(running.addresses().kafka())
                        .values(Topics.ROUTING_EVENTS).stream()
                                .anyMatch(event -> event.toString().contains(mid)));
    }
}
