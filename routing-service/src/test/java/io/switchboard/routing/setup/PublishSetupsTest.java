package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.streams.Topic;
import io.switchboard.routing.tenancy.TenantTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a committed version to the engine, whatever dies in between. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class PublishSetupsTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    Database database;

    @Inject
    TenantTransaction transaction;

    @Inject
    SetupHeads heads;

    @Inject
    SetupVersions versions;

    @Inject
    @Channel("routing-setup")
    MutinyEmitter<byte[]> setups;

    private final Api api = Api.ofANewCentre();

    @BeforeEach
    void theTablesAreThere() {
        database.awaitTables();
    }

    @Test
    void aChangeIsInForceSoonAndSaysWhoMadeIt() {
        Instant before = Instant.now().minusSeconds(1);
        try (var topic = setupsOfCentre();
                var events = new Topic(brokers, "acme", api.centre())) {
            api.putFirst(ASetup.ofNobody(44)).statusCode(200);
            RoutingSetup published = next(topic);
            assertThat(published.offerTimeoutSeconds()).isEqualTo(44);
            assertThat(published.changedBy()).isEqualTo("sue");
            assertThat(published.changedAt()).isBetween(before, Instant.now());
            assertThat(published.version()).startsWith("1-");
            assertThat(events.next(RoutingEvent.SetupApplied.class).version()).isEqualTo(published.version());

            api.put(ASetup.ofNobody(45), 1).statusCode(200);
            assertThat(next(topic).version()).startsWith("2-");
            // The engine tells versions apart by name, so a way back has a new one.
            api.activate(1).statusCode(200);
            RoutingSetup back = next(topic);
            assertThat(back.version())
                    .startsWith("3-")
                    .endsWith(published.version().substring(1));
            assertThat(back.offerTimeoutSeconds()).isEqualTo(44);
            assertThat(events.next(
                            RoutingEvent.SetupApplied.class,
                            applied -> applied.version().equals(back.version())))
                    .isNotNull();
        }
    }

    @Test
    void whatWasCommittedByWhoDiedBeforePublishingIsPublished() throws SQLException {
        var content = SetupDocument.ofYaml(ASetup.of("acme", api.centre(), 46))
                .sound()
                .content();
        try (var topic = setupsOfCentre();
                var dying = database.begin("acme")) {
            Database.append(dying, "acme", api.centre(), 1, content);
            dying.commit();
            RoutingSetup published = next(topic);
            assertThat(published.offerTimeoutSeconds()).isEqualTo(46);
            assertThat(published.changedBy()).isEqualTo("rita");
        }
        await().until(() -> published() == 1);
    }

    @Test
    void whileOneReplicaPublishesNoOtherDoes() throws SQLException {
        api.putFirst(ASetup.ofNobody(30)).statusCode(200);
        await().until(() -> published() == 1);
        try (var topic = setupsOfCentre();
                var other = database.begin("acme")) {
            next(topic);
            try (var lock = other.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, "setup acme/" + api.centre());
                lock.execute();
            }
            // Changes go on meanwhile.
            api.put(ASetup.ofNobody(31), 1).statusCode(200);
            api.put(ASetup.ofNobody(32), 2).statusCode(200);
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(2)).until(() -> published() == 1);
            other.rollback();
            // What was overtaken is not sent any more, and nothing old comes after something new.
            assertThat(next(topic).offerTimeoutSeconds()).isEqualTo(32);
            await().until(() -> published() == 3);
        }
    }

    @Test
    void aReplicaThatStartsPublishesAllOnceMoreShouldTheTopicHaveLostIt() throws Throwable {
        api.putFirst(ASetup.ofNobody(47)).statusCode(200);
        try (var topic = setupsOfCentre()) {
            String first = next(topic).version();
            await().until(() -> published() == 1);
            var starting = new PublishSetups(transaction, heads, versions, setups, new SimpleMeterRegistry());
            VertxContextSupport.subscribeAndAwait(starting::publishWhatIsNew);
            assertThat(next(topic).version()).isEqualTo(first);
        }
    }

    private Topic setupsOfCentre() {
        return new Topic(brokers, "acme", api.centre(), Topics.ROUTING_SETUP);
    }

    private static RoutingSetup next(Topic topic) {
        return EventJson.read(topic.nextRecord(_ -> true, "setup").value(), RoutingSetup.class);
    }

    private long published() {
        return database.count("select published from setup_head where centre = '" + api.centre() + "'");
    }
}
