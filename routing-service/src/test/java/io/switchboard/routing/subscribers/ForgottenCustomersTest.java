package io.switchboard.routing.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.centre.Fixtures;
import io.switchboard.routing.measures.Story;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Whoever was forgotten is named to nobody any more: not to a subscriber who was away, not to one who looks back. */
@QuarkusTest
class ForgottenCustomersTest extends SendingScene {
    private static final String ALL = "select count(*) from delivery where subscription = ?";

    @Inject
    RedisDataSource redis;

    @Test
    void eventsThatNameThemAreGoneAndAllOthersStay() {
        Story story = new Story("acme", centre.name(), Instant.now())
                .queued("theirs", "billing")
                .queued("others", "billing")
                .offered("theirs", "ann")
                .declined("theirs", "ann")
                .offered("others", "ann");
        subscriber.goAway();
        story.events().forEach(event -> centre.write(event, subject(event)));
        centre.written();
        await().until(() -> count(ALL) == 5 && windowed() == 5);
        twoSenders();
        pass(Duration.ofSeconds(1));

        erase("globex", Fixtures.id("customer of theirs"));
        erase("acme", UUID.randomUUID(), Fixtures.id("customer of theirs"));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(ALL) == 3 && windowed() == 3);
        assertThat(count(ALL + " and strpos(body, '" + Fixtures.id("customer of theirs") + "') > 0"))
                .isZero();
        assertThat(count(ALL + " and strpos(body, '" + Fixtures.id("customer of others") + "') > 0"))
                .isEqualTo(2);
    }

    @Test
    void aLineOfNothingButTheirsHoldsUpNobody() throws Exception {
        Story story = new Story("acme", centre.name(), Instant.now()).queued("theirs", "billing");
        subscriber.goAway();
        story.events().forEach(event -> centre.write(event, subject(event)));
        centre.written();
        await().until(() -> count(ALL) == 1);
        twoSenders();
        pass(Duration.ofSeconds(1));
        erase("acme", Fixtures.id("customer of theirs"));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(ALL) == 0);
        subscriber.comeBack();
        story.queued("others", "billing");
        centre.write(story.events().getLast(), Fixtures.id("others"));
        centre.written();
        await().until(() -> count(ALL) == 1);
        untilNothingWaits();
        assertThat(subscriber.taken()).extracting(Subscriber.Request::sequence).containsExactly(2L);
        assertThat(count("select count(*) from delivery_line where subscription = ?"))
                .isZero();
    }

    private static UUID subject(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued queued -> queued.workItem().workItemId();
            case RoutingEvent.WorkOffered offered -> offered.workItem().workItemId();
            case RoutingEvent.OfferDeclined declined -> declined.workItemId();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private long windowed() {
        return redis.sortedSet(String.class).zcard("routing:window:{acme/" + centre.name() + "}");
    }

    private void erase(String tenant, UUID... customers) {
        var erased = new CustomerErased(
                UUID.randomUUID(),
                tenant,
                centre.name(),
                List.of(customers),
                List.of(UUID.randomUUID()),
                Instant.now());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topics.CUSTOMERS_ERASED, erased.erasureId().toString(), EventJson.write(erased)));
        }
    }
}
