package io.switchboard.gateway.desk.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.gateway.desk.RoutingFixture;
import io.switchboard.gateway.desk.Tokens;
import io.switchboard.gateway.desk.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DeparturesTest.SoonAbsent.class)
class DeparturesTest {

    public static class SoonAbsent implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("switchboard.desk.absence", "3s", "switchboard.desk.heartbeat", "1s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(KafkaResource.class),
                    new TestResourceEntry(RedisResource.class),
                    new TestResourceEntry(Tokens.class));
        }
    }

    private static final Predicate<RoutingCommand> ZOE_GOES = command -> command instanceof RoutingCommand.SetPresence s
            && s.agent().equals("zoe")
            && s.presence() == Presence.OFFLINE;

    @TestHTTPResource("/")
    URI base;

    @Test
    void onlyTheLastDeskThatCloses() throws Exception {
        Topic.publish(new RoutingFixture("acme").presence("zoe", Presence.AVAILABLE));
        try (var first = DeskClient.open(base, Tokens.agent("zoe"))) {
            try (var second = DeskClient.open(base, Tokens.agent("zoe"))) {
                second.awaitType("snapshot");
                first.awaitType("snapshot");
                await().atMost(Duration.ofSeconds(15)).until(() -> {
                    try (var look = DeskClient.open(base, Tokens.agent("zoe"))) {
                        return look.awaitType("snapshot")
                                .path("presence")
                                .asText()
                                .equals("AVAILABLE");
                    }
                });
            }
            Thread.sleep(5_000);
            assertThat(Topic.all(Topics.ROUTING_COMMANDS, RoutingCommand.class, ZOE_GOES))
                    .isEmpty();
        }
        var command = Topic.find(Topics.ROUTING_COMMANDS, RoutingCommand.class, ZOE_GOES);
        assertThat(((RoutingCommand.SetPresence) command.value()).reason()).isEqualTo("no-open-desk");
    }
}
