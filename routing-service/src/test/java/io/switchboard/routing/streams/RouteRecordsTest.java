package io.switchboard.routing.streams;

import static io.switchboard.routing.centre.Fixtures.agent;
import static io.switchboard.routing.centre.Fixtures.general;
import static io.switchboard.routing.streams.Topic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.centre.Fixtures;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class RouteRecordsTest {
    private static final Logger LOG = Logger.getLogger(RouteRecordsTest.class);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    KafkaStreams streams;

    @BeforeEach
    void runs() {
        await().atMost(Duration.ofSeconds(60)).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }

    private static RoutingSetup annaFor(int offerSeconds) {
        return new RoutingSetup(
                "", "", "1", offerSeconds, 3, Fixtures.WEIGHTS, List.of(general()), List.of(agent("anna", 10)));
    }

    @Test
    void aMessageBecomesAnOfferInTheTraceOfTheMessage() {
        try (var topic = new Topic(brokers, "acme", "offering")) {
            topic.setUp(annaFor(30));
            topic.next(RoutingEvent.SetupApplied.class);
            topic.presence("anna", Presence.AVAILABLE);
            topic.next(RoutingEvent.PresenceChanged.class);
            MessageIdentified message = topic.message("m1");
            var record = topic.nextRecord(r -> Topic.event(r) instanceof RoutingEvent.WorkOffered, "offer");
            var offered = (RoutingEvent.WorkOffered) Topic.event(record);
            assertThat(offered.agent()).isEqualTo("anna");
            assertThat(offered.workItem().messageIds())
                    .containsExactly(message.message().messageId());
            assertThat(header(record, "traceparent")).isEqualTo(Topic.TRACE);
            assertThat(header(record, "ce_id")).isEqualTo(offered.eventId().toString());
            assertThat(header(record, "ce_type")).isEqualTo(EventTypes.of(offered));
            assertThat(header(record, "ce_subject"))
                    .isEqualTo(offered.workItem().workItemId().toString());
            assertThat(header(record, "ce_source")).isEqualTo("/routing");
            topic.accept("anna", offered.offerId());
            topic.next(RoutingEvent.OfferAccepted.class);
            topic.complete("anna", offered.workItem().workItemId());
            assertThat(topic.next(RoutingEvent.WorkCompleted.class).disposition())
                    .isEqualTo("done");
        }
    }

    @Test
    void anOfferExpiresByTheClock() {
        try (var topic = new Topic(brokers, "acme", "expiring")) {
            topic.setUp(annaFor(1));
            topic.presence("anna", Presence.AVAILABLE);
            topic.next(RoutingEvent.PresenceChanged.class);
            topic.message("m1");
            var offered = topic.next(RoutingEvent.WorkOffered.class);
            var expired = topic.next(RoutingEvent.OfferExpired.class);
            assertThat(expired.offerId()).isEqualTo(offered.offerId());
            assertThat(Duration.between(offered.at(), expired.at()))
                    .isBetween(Duration.ofMillis(1000), Duration.ofMillis(2000));
        }
    }

    @Test
    void poisonIsDeadLetteredAndThePartitionMovesOn() {
        String dead = Topics.deadLetter(Topics.ROUTING_COMMANDS);
        try (var topic = new Topic(brokers, "acme", "poisoned");
                var letters = new Topic(brokers, "acme", "poisoned", dead)) {
            topic.setUp(annaFor(30));
            topic.send(Topics.ROUTING_COMMANDS, "{\"type\":".getBytes(UTF_8));
            topic.send(Topics.ROUTING_COMMANDS, "{\"type\":\"accept-offer\",\"agent\":\"anna\"}".getBytes(UTF_8));
            // Another centre's command under this centre's key.
            topic.send(Topics.ROUTING_COMMANDS, EventJson.write(presenceOf("globex")));
            UUID good = topic.presence("anna", Presence.AVAILABLE);
            assertThat(topic.next(RoutingEvent.PresenceChanged.class).agent()).isEqualTo("anna");
            List<String> reasons = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                var letter = letters.nextRecord(_ -> true, "dead letter");
                reasons.add(header(letter, "dead-letter-reason"));
                assertThat(header(letter, "dead-letter-topic")).isEqualTo(Topics.ROUTING_COMMANDS);
                assertThat(header(letter, "traceparent")).isEqualTo(Topic.TRACE);
            }
            assertThat(reasons.get(0)).startsWith("not a RoutingCommand");
            assertThat(reasons.subList(1, 3)).containsExactly("without commandId", "its key is not its centre");
            assertThat(good).isNotNull();
        }
    }

    private static Object presenceOf(String tenant) {
        return new io.switchboard.contracts.routing.RoutingCommand.SetPresence(
                UUID.randomUUID(), tenant, "poisoned", "anna", Instant.now(), Presence.AVAILABLE, null);
    }

    @Test
    void whatWasDecidedIsStillKnownAfterTheEngineStartsAgain() {
        try (var topic = new Topic(brokers, "acme", "restarting")) {
            topic.setUp(annaFor(30));
            topic.presence("anna", Presence.AVAILABLE);
            topic.message("m1");
            var offered = topic.next(RoutingEvent.WorkOffered.class);
            // A new thread takes the partitions over and builds the engines from the changelog.
            streams.addStreamThread();
            streams.removeStreamThread();
            topic.accept("anna", offered.offerId());
            assertThat(topic.next(RoutingEvent.OfferAccepted.class).offerId()).isEqualTo(offered.offerId());
            topic.message("m1");
            topic.presence("anna", Presence.AWAY);
            var away = topic.next(RoutingEvent.PresenceChanged.class);
            assertThat(away.sequence())
                    .as("the redelivered message made no event")
                    .isEqualTo(offered.sequence() + 2);
        }
    }

    @Test
    void anOfferFollowsSoonAfterTheMessage() {
        try (var topic = new Topic(brokers, "acme", "quick")) {
            topic.setUp(annaFor(30));
            topic.presence("anna", Presence.AVAILABLE);
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long start = System.nanoTime();
                topic.message("quick " + i);
                var offered = topic.next(RoutingEvent.WorkOffered.class);
                millis.add((System.nanoTime() - start) / 1_000_000);
                topic.accept("anna", offered.offerId());
                topic.next(RoutingEvent.OfferAccepted.class);
                topic.complete("anna", offered.workItem().workItemId());
                topic.next(RoutingEvent.WorkCompleted.class);
            }
            List<Long> warm = new ArrayList<>(millis.subList(10, millis.size()));
            Collections.sort(warm);
            LOG.infof("message in to offer out, one at a time: p50 %d ms, p90 %d ms", warm.get(14), warm.get(26));
            assertThat(warm.get(14)).isLessThan(1_000);
        }
    }
}
