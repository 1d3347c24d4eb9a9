package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.streams.Topic;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class PublishSetupsTest {
    // A file that an earlier run left behind must not be this one.
    private static final String CENTRE = "files-" + System.currentTimeMillis();
    private static final Path FILE = Path.of("target/setups/small.yaml");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    MeterRegistry metrics;

    @Test
    void aChangedFileIsInForceSoonAndAnUnsoundOneIsNot() throws IOException {
        try (var topic = new Topic(brokers, "acme", CENTRE)) {
            write("anna");
            String first = topic.next(RoutingEvent.SetupApplied.class).version();
            Files.writeString(FILE, "tenant: acme\ncentre: " + CENTRE + "\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> unusable() == 1);
            write("anna, ben");
            assertThat(topic.next(RoutingEvent.SetupApplied.class).version()).isNotEqualTo(first);
            await().atMost(Duration.ofSeconds(20)).until(() -> unusable() == 0);
        }
    }

    private double unusable() {
        return metrics.get("switchboard.setup.files.unusable").gauge().value();
    }

    private static void write(String agents) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                tenant: acme
                centre: %s
                offerTimeoutSeconds: 30
                expiriesUntilNotResponding: 3
                channelWeights: { email: 1 }
                queues:
                  - { name: general, serviceLevelSeconds: 60 }
                agents:
                """.formatted(CENTRE));
        for (String agent : agents.split(", ")) {
            yaml.append("  - { name: ").append(agent).append(", capacity: 2, skills: {} }\n");
        }
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, yaml);
    }
}
