package io.switchboard.gateway.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.gateway.world.Engine;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class CatchingUpTest {
    @Inject
    CatchingUp catchingUp;

    @Inject
    Accounts accounts;

    private Account page;
    private Topic received;
    private final Instant now = Instant.now();

    @BeforeEach
    void listen() {
        page = accounts.find("messenger", "100200300").orElseThrow();
        received = Topic.fromNowOn(Topics.MESSAGES_RECEIVED);
    }

    @AfterEach
    void close() {
        received.close();
    }

    @Test
    void whatIsMissingIsTakenOnceInItsOrder() {
        List<Arrival> held = IntStream.range(0, 25)
                .mapToObj(number -> arrival("m_held_" + number, now))
                .toList();
        take(held);
        take(held);
        assertThat(received.events(25, MessageReceived.class))
                .extracting(event -> event.message().providerMessageId())
                .containsExactlyElementsOf(
                        held.stream().map(Arrival::providerMessageId).toList());
    }

    /** Nobody knows so long afterwards whether it was taken. */
    @Test
    void whatIsManyHoursOldIsNotTaken() {
        take(List.of(arrival("m_old", now.minus(Duration.ofMinutes(301))), arrival("m_new", now.minusSeconds(60))));
        assertThat(received.events(1, MessageReceived.class))
                .extracting(event -> event.message().providerMessageId())
                .containsExactly("m_new");
    }

    @Test
    void withoutRedisOrKafkaItFailsForTheNextLook() throws Exception {
        try (var halted = Engine.haltRedis()) {
            assertThatThrownBy(() -> take(List.of(arrival("m_no_redis", now)))).isInstanceOf(NotTakenException.class);
        }
        assertThat(received.records(0)).isEmpty();
        try (var halted = Engine.haltKafka()) {
            assertThatThrownBy(() -> take(List.of(arrival("m_no_kafka", now)))).isInstanceOf(NotTakenException.class);
        }
    }

    private void take(List<Arrival> held) {
        catchingUp.take(page, held).await().atMost(Duration.ofSeconds(30));
    }

    private static Arrival arrival(String id, Instant sentAt) {
        return new Arrival(
                "messenger", "1", null, "1", Visibility.PRIVATE, null, "text", List.of(), id, List.of(), sentAt);
    }
}
