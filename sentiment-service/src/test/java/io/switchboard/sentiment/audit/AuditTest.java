package io.switchboard.sentiment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.sentiment.corrections.Forgotten;
import io.switchboard.sentiment.support.Api;
import io.switchboard.sentiment.support.Database;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stream drops is looked at: which, by whom, how long, and what if the database is away. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "sentiment"))
class AuditTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Database database;

    @Inject
    AuditStore store;

    @Inject
    TenantJdbc jdbc;

    @Inject
    AuditSweep sweep;

    @Inject
    Understand understand;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final Api api = Api.ofANewTenant();
    private Stream stream;

    @BeforeEach
    void open() {
        database.awaitTables();
        stream = new Stream(brokers, api.tenant());
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private void awaitSamples(int size) {
        await().atMost(SOON)
                .untilAsserted(() -> api.get("/audit").statusCode(200).body("samples", hasSize(size)));
    }

    private UUID aSample() {
        UUID message = Stream.id(true);
        stream.understand(Stream.CHAFF, message);
        awaitSamples(1);
        return message;
    }

    private ValidatableResponse say(Api who, UUID message, String right) {
        return who.post("/audit/" + message, Map.of("right", right));
    }

    private double counted(String name, String... tags) {
        return metrics.counter(name, tags).count();
    }

    /** Waits until whatever went before has been written or skipped. */
    private void aSampleMore(int size) {
        stream.understand(Stream.CHAFF, Stream.id(true));
        awaitSamples(size);
    }

    @Test
    void anIdIsDrawnAlwaysOrNever() {
        // Pinned: another build must draw the same of what comes again.
        UUID pinned = UUID.fromString("00000000-0000-5000-8000-000000000000");
        assertThat(AuditSample.isDrawn(pinned, 0.589)).isTrue();
        assertThat(AuditSample.isDrawn(pinned, 0.587)).isFalse();
        for (double share : List.of(0.0, 0.01, 0.5, 1.0)) {
            // Ids that differ in few bits, which a poor hash would draw together.
            long drawn = IntStream.range(0, 100_000)
                    .filter(i -> AuditSample.isDrawn(new UUID(0x5000L, 0x8000_0000_0000_0000L + i), share))
                    .count();
            assertThat(drawn / 100_000.0).isCloseTo(share, within(0.005 * Math.min(1, share * 20)));
        }
    }

    @Test
    void chaffThatIsDrawnIsKeptOnceAndNothingElse() {
        UUID drawn = Stream.id(true);
        stream.understand(Stream.CHAFF, drawn);
        stream.understand(Stream.CHAFF, drawn);
        stream.understand(Stream.REQUEST, Stream.id(true));
        stream.understand(Stream.CHAFF, Stream.id(false));
        aSampleMore(2);
        api.get("/audit")
                .body("samples[0].messageId", equalTo(drawn.toString()))
                .body("samples[0].text", equalTo(Stream.CHAFF))
                .body("samples[0].channel", equalTo("messenger"))
                .body("samples[0].judged", equalTo("CHAFF"))
                .body("samples[0].probability", equalTo(0.9f))
                .body("samples[0].model", startsWith("rules-"))
                .body("samples[0].reasons", equalTo(List.of("repost")))
                .body("samples[0].state", equalTo("OPEN"));
        api.get("/audit?limit=1").body("samples", hasSize(1)).body("samples[0].messageId", equalTo(drawn.toString()));
        api.get("/audit?limit=0").statusCode(400);
    }

    @Test
    void noMoreAreKeptThanWasAskedFor() {
        UUID[] all = IntStream.range(0, 3_000).mapToObj(_ -> UUID.randomUUID()).toArray(UUID[]::new);
        long drawn =
                Arrays.stream(all).filter(id -> AuditSample.isDrawn(id, 0.01)).count();
        assertThat(drawn).isBetween(5L, 80L);
        stream.understand(Stream.CHAFF, all);
        aSampleMore((int) drawn + 1);
    }

    @Test
    void whatWasRightlyDroppedIsConfirmed() {
        double before = counted("switchboard.audit", "outcome", "confirmed");
        UUID message = aSample();
        say(api, message, "CHAFF")
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("is", equalTo("CHAFF"))
                .body("settledBy", equalTo("sam"))
                .body("settledAt", notNullValue());
        say(api, message, "CHAFF").statusCode(200).body("state", equalTo("CONFIRMED"));
        say(api.as("supervisor", "tess"), message, "REQUEST")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("sam said that it is CHAFF"));
        assertThat(counted("switchboard.audit", "outcome", "confirmed")).isEqualTo(before + 1);
        api.get("/audit").body("samples", empty());
        api.get("/corrections").body("corrections", empty());
        stream.understand(Stream.CHAFF, message);
        aSampleMore(1);
    }

    @Test
    void whatWasWronglyDroppedIsACorrection() {
        double before = counted("switchboard.audit", "outcome", "corrected");
        double corrections = counted("switchboard.corrections", "was", "chaff", "is", "request");
        UUID message = aSample();
        say(api, message, "REQUEST").statusCode(200).body("state", equalTo("CORRECTED"));
        say(api, message, "REQUEST").statusCode(200);
        assertThat(counted("switchboard.audit", "outcome", "corrected")).isEqualTo(before + 1);
        assertThat(counted("switchboard.corrections", "was", "chaff", "is", "request"))
                .isEqualTo(corrections + 1);
        api.get("/corrections")
                .body("corrections", hasSize(1))
                .body("corrections[0].messageId", equalTo(message.toString()))
                .body("corrections[0].text", equalTo(Stream.CHAFF))
                .body("corrections[0].was", equalTo("CHAFF"))
                .body("corrections[0].is", equalTo("REQUEST"))
                .body("corrections[0].correctedBy", equalTo("sam"));
        // The other door is the same store: whoever changes their mind corrects themselves.
        api.post("/corrections", Map.of("messageId", message, "text", "x", "visibility", "PUBLIC", "is", "QUESTION"))
                .statusCode(202);
        api.get("/corrections").body("corrections.is", equalTo(List.of("QUESTION")));
    }

    @Test
    void whatHasNoWordsIsCountedAndTeachesNothing() {
        UUID message = Stream.id(true);
        stream.understand("", message);
        awaitSamples(1);
        say(api, message, "REQUEST").statusCode(200).body("state", equalTo("CORRECTED"));
        api.get("/corrections").body("corrections", empty());
    }

    @Test
    void eachTenantsSupervisorsSeeTheirOwn() {
        UUID message = aSample();
        Api stranger = Api.ofANewTenant();
        stranger.get("/audit").statusCode(200).body("samples", empty());
        say(stranger, message, "CHAFF").statusCode(404);
        stranger.delete("/corrections?messageId=" + message).body("deleted", equalTo(0));
        for (String role : List.of("agent", "integration", "visitor")) {
            api.as(role, "anna").get("/audit").statusCode(403);
            say(api.as(role, "anna"), message, "CHAFF").statusCode(403);
        }
        say(api, message, "NOISE").statusCode(400);
        api.post("/audit/" + message, Map.of()).statusCode(400);
        api.get("/audit").body("samples", hasSize(1));
        assertThat(database.countAsNobody("select count(*) from audit_sample")).isZero();
    }

    @Test
    void whatIsDeletedStaysDeletedHoweverOftenItComes() {
        UUID message = aSample();
        say(api, message, "REQUEST").statusCode(200);
        api.delete("/corrections?messageId=" + message).statusCode(200).body("deleted", equalTo(2));
        // Not even what was drawn before and is still waiting to be written.
        UUID waiting = Stream.id(true);
        api.delete("/corrections?messageId=" + waiting).statusCode(200).body("deleted", equalTo(0));
        stream.understand(Stream.CHAFF, message, waiting);
        aSampleMore(1);
        say(api, message, "REQUEST").statusCode(404);
        assertThat(database.count(
                        "select count(*) from audit_sample where message_id in ('" + message + "', '" + waiting + "')"))
                .isZero();
    }

    @Test
    void whoDeletesWaitsForWhatIsJustBeingKept() throws Exception {
        UUID message = UUID.randomUUID();
        Understanding chaff = understand.of(Stream.CHAFF, Visibility.PUBLIC);
        var deletion = jdbc.in(api.tenant(), transaction -> {
            assertThat(Forgotten.isMessage(transaction, api.tenant(), message)).isFalse();
            var asked = CompletableFuture.supplyAsync(() -> api.delete("/corrections?messageId=" + message));
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            AuditStore.insert(transaction, Sample.of(stream.message(message, "x"), "x", chaff));
            return asked;
        });
        deletion.get(10, TimeUnit.SECONDS).body("deleted", equalTo(1));
        api.get("/audit").body("samples", empty());
    }

    @Test
    void nothingIsKeptForLongerThanNinetyDays() {
        UUID old = aSample();
        aSampleMore(2);
        UUID young = UUID.fromString(api.get("/audit").extract().path("samples[1].messageId"));
        age(old, "90 days 1 minute");
        age(young, "89 days 23 hours");
        sweep.sweep();
        api.get("/audit").body("samples.messageId", equalTo(List.of(young.toString())));
    }

    private void age(UUID message, String by) {
        database.administer(
                "update audit_sample set at = at - interval '" + by + "' where message_id = '" + message + "'");
    }

    @Test
    void aDatabaseThatIsAwayHoldsNothingUp() {
        double before = counted("switchboard.audit.skipped");
        database.close();
        try {
            UUID[] all = java.util.stream.Stream.generate(() -> Stream.id(true))
                    .limit(AuditSample.PLACES + 50)
                    .toArray(UUID[]::new);
            stream.understand(Stream.CHAFF, all);
            await().atMost(SOON).until(() -> counted("switchboard.audit.skipped") > before + 40);
        } finally {
            database.open();
        }
        await().atMost(SOON).untilAsserted(() -> {
            stream.understand(Stream.CHAFF, Stream.id(true));
            api.get("/audit?limit=200").statusCode(200).body("samples.size()", org.hamcrest.Matchers.greaterThan(100));
        });
    }

    @Test
    void aDatabaseThatDoesNotAnswerHoldsNothingUp() {
        UUID drawn = Stream.id(true);
        database.whileLocked("audit_sample", () -> {
            stream.understand(Stream.CHAFF, drawn);
            stream.understand(Stream.CHAFF, Stream.id(false), Stream.id(false));
        });
        awaitSamples(1);
    }

    @Test
    void noMoreWaitThanThereArePlaces() {
        var own = new SimpleMeterRegistry();
        var sample = new AuditSample(1, store, own);
        Understanding chaff = understand.of(Stream.CHAFF, Visibility.PUBLIC);
        assertThat(chaff.relevance()).isEqualTo(Relevance.CHAFF);
        // One that the database refuses must not take the others with it.
        sample.take(Stream.message("", UUID.randomUUID(), "x"), "x", chaff);
        for (int i = 1; i < AuditSample.PLACES + 10; i++) {
            sample.take(stream.message(UUID.randomUUID(), "x"), "a\0b", chaff);
        }
        assertThat(own.counter("switchboard.audit.skipped").count()).isEqualTo(10);
        sample.keepWaiting();
        assertThat(own.counter("switchboard.audit.skipped").count()).isEqualTo(11);
        api.get("/audit?limit=200")
                .body("samples", hasSize(200))
                .body("samples.text", equalTo(Collections.nCopies(200, "a b")));
        assertThat(database.count("select count(*) from audit_sample where tenant = '" + api.tenant() + "'"))
                .isEqualTo(AuditSample.PLACES - 1);
    }
}
