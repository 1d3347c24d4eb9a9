package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.streams.Topic;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setup files, and what becomes of them when others change the setup, too. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class TakeFilesTest {
    private static final Path WATCHED = Path.of("target/setups/small.yaml");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Inject
    KeepSetup keep;

    private Path folder;

    private final Api api = Api.ofANewCentre();

    // A file that an earlier run left behind must not be this one.
    @AfterEach
    void clean() throws IOException {
        Files.deleteIfExists(WATCHED);
    }

    @BeforeEach
    void theTablesAreThereAndAFolder() throws IOException {
        database.awaitTables();
        folder = Files.createTempDirectory(Path.of("target"), "setups");
    }

    @Test
    void aChangedFileIsInForceSoonAndAnUnsoundOneIsNot() throws IOException {
        Files.createDirectories(WATCHED.getParent());
        try (var events = new Topic(brokers, "acme", api.centre())) {
            Files.writeString(WATCHED, ASetup.of("acme", api.centre(), 30));
            String first = events.next(RoutingEvent.SetupApplied.class).version();
            assertThat(first).startsWith("1-");
            Files.writeString(WATCHED, "tenant: acme\ncentre: " + api.centre() + "\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> unusable() == 1);
            Files.writeString(WATCHED, ASetup.of("acme", api.centre(), 31));
            assertThat(events.next(RoutingEvent.SetupApplied.class).version()).startsWith("2-");
            await().atMost(Duration.ofSeconds(20)).until(() -> unusable() == 0);
        }
        api.get("/versions")
                .body("versions.from", contains("file", "file"))
                .body("versions.changedBy", contains("small.yaml", "small.yaml"));
    }

    @Test
    void aFileThatNobodyTouchedDoesNotUndoAChangeByRest() throws IOException {
        TakeFiles replica = aReplica();
        write(30);
        replica.takeWhatChanged();
        api.put(ASetup.ofNobody(50), 1).statusCode(200);
        replica.takeWhatChanged();
        // Nor does it after a restart, nor in another replica.
        aReplica().takeWhatChanged();
        api.get("").header("ETag", "\"2\"").body("offerTimeoutSeconds", equalTo(50));
    }

    @Test
    void ofTwoChangesTheLaterOneWins() throws IOException {
        TakeFiles replica = aReplica();
        write(30);
        replica.takeWhatChanged();
        api.put(ASetup.ofNobody(50), 1).statusCode(200);
        write(31);
        replica.takeWhatChanged();
        api.get("").header("ETag", "\"3\"").body("offerTimeoutSeconds", equalTo(31));
        api.put(ASetup.ofNobody(50), 3).statusCode(200);
        api.get("").body("offerTimeoutSeconds", equalTo(50));
    }

    @Test
    void aFileThatSaysWhatRestSaidIsRememberedAllTheSame() throws IOException {
        TakeFiles replica = aReplica();
        write(30);
        replica.takeWhatChanged();
        api.put(ASetup.ofNobody(50), 1).statusCode(200);
        write(50);
        replica.takeWhatChanged();
        api.put(ASetup.ofNobody(60), 3).statusCode(200);
        aReplica().takeWhatChanged();
        api.get("").header("ETag", "\"4\"").body("offerTimeoutSeconds", equalTo(60));
    }

    @Test
    void aReplicaWhoseFileIsStillOldDoesNotTakeItBack() throws IOException {
        TakeFiles slow = aReplica();
        write(30);
        slow.takeWhatChanged();
        // The other has the new file and the slow one not yet.
        write(31);
        aReplica().takeWhatChanged();
        write(30);
        slow.takeWhatChanged();
        api.get("").header("ETag", "\"2\"").body("offerTimeoutSeconds", equalTo(31));
        write(31);
        slow.takeWhatChanged();
        api.get("").header("ETag", "\"2\"");
    }

    @Test
    void aFileThatReturnsToWhatItWasIsAChange() throws IOException {
        TakeFiles replica = aReplica();
        for (int timeout : new int[] {30, 31, 30}) {
            write(timeout);
            replica.takeWhatChanged();
        }
        api.get("").header("ETag", "\"3\"").body("offerTimeoutSeconds", equalTo(30));
    }

    /** Returns one that has seen nothing yet, as after a start. */
    private TakeFiles aReplica() {
        SetupConfig config = new SetupConfig() {
            @Override
            public Optional<Path> dir() {
                return Optional.of(folder);
            }

            @Override
            public Duration poll() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration publish() {
                return Duration.ofDays(1);
            }
        };
        return new TakeFiles(config, keep, new SimpleMeterRegistry());
    }

    private void write(int offerTimeout) throws IOException {
        Files.writeString(folder.resolve("centre.yaml"), ASetup.of("acme", api.centre(), offerTimeout));
    }

    private double unusable() {
        return metrics.get("switchboard.setup.files.unusable").gauge().value();
    }
}
