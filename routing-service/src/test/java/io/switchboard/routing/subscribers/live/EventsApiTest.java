package io.switchboard.routing.subscribers.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.subscribers.Centre;
import io.switchboard.routing.subscribers.Tokens;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Light clients, from routing's events on Kafka through the window in Redis. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class EventsApiTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @TestHTTPResource("/api/v1/events")
    URI events;

    @Inject
    EventWindow window;

    @Inject
    Clients clients;

    @Inject
    RedisDataSource redis;

    private Centre centre;

    @BeforeEach
    void aCentre() {
        centre = new Centre(brokers);
    }

    @AfterEach
    void over() {
        centre.close();
        await().until(() -> clients.here() == 0);
    }

    @Test
    void aClientSeesWhatHappensInItsCentreFromNowOn() throws Exception {
        tell(3);
        try (Viewer viewer = viewer(null)) {
            Thread.sleep(500);
            UUID item = UUID.randomUUID();
            centre.tells(item);
            await().untilAsserted(() -> assertThat(viewer.all("id")).containsExactly("4"));
            assertThat(viewer.all("event")).containsExactly("priority-raised");
            assertThat(viewer.all("data").getFirst()).contains(item.toString()).startsWith("{");
        }
    }

    @Test
    void whoComesBackGoesOnWhereItWas() throws Exception {
        tell(10);
        try (Viewer viewer = viewer(4L)) {
            await().untilAsserted(() -> assertThat(viewer.all("id")).hasSize(6));
            tell(1);
            await().untilAsserted(() -> assertThat(viewer.all("id")).isEqualTo(ids(5, 11)));
            assertThat(viewer.all("event")).containsOnly("priority-raised");
        }
    }

    @Test
    void whatIsNotAtHandAnyMoreIsAGap() throws Exception {
        tell(500);
        try (Viewer viewer = viewer(2L)) {
            await().untilAsserted(() -> assertThat(viewer.all("id")).endsWith("500"));
            assertThat(viewer.all("event").getFirst()).isEqualTo("gap");
            assertThat(viewer.all("event")).containsOnlyOnce("gap");
            int first = Integer.parseInt(viewer.all("id").get(1));
            assertThat(viewer.all("data").getFirst()).isEqualTo("{\"from\":3,\"to\":" + (first - 1) + "}");
            assertThat(viewer.all("id").subList(1, viewer.all("id").size())).isEqualTo(ids(first, 500));
            assertThat(first).as("the window is bounded").isGreaterThan(100);
        }
    }

    @Test
    void aWindowThatRedisLostIsAGapToo() throws Exception {
        tell(5);
        try (Viewer viewer = viewer(5L)) {
            redis.key().del("routing:window:{acme/" + centre.name() + "}");
            window.add("acme", centre.name(), new Told(8, "priority-raised", "{}"))
                    .await()
                    .atMost(Duration.ofSeconds(5));
            await().untilAsserted(() -> assertThat(viewer.all("id")).containsExactly("7", "8"));
            assertThat(viewer.all("data")).containsExactly("{\"from\":6,\"to\":7}", "{}");
        }
    }

    @Test
    void anEventThatIsAddedTwiceIsShownOnce() throws Exception {
        for (long sequence : new long[] {1, 2, 1, 2, 3}) {
            window.add("acme", centre.name(), new Told(sequence, "priority-raised", "{}"))
                    .await()
                    .atMost(Duration.ofSeconds(5));
        }
        try (Viewer viewer = viewer(0L)) {
            await().untilAsserted(() -> assertThat(viewer.all("id")).containsExactly("1", "2", "3"));
        }
    }

    @Test
    void whoHearsNothingHearsThatTheConnectionStands() throws Exception {
        try (Viewer viewer = viewer(null)) {
            await().untilAsserted(() -> assertThat(viewer.lines()).contains(":alive"));
            assertThat(viewer.all("event")).isEmpty();
        }
    }

    @Test
    void theStreamEndsWhenTheTokenExpires() throws Exception {
        String token = Tokens.of(centre.supervisor(), "supervisor", Duration.ofSeconds(3));
        try (Viewer viewer = new Viewer(events, token, null)) {
            assertThat(viewer.status()).isEqualTo(200);
            Thread.sleep(1000);
            assertThat(viewer.over()).isNotDone();
            viewer.over().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoTakesNothingIsLetGo() throws Exception {
        String large = "{\"x\":\"" + "x".repeat(200_000) + "\"}";
        for (long sequence = 1; sequence <= 150; sequence++) {
            window.add("acme", centre.name(), new Told(sequence, "priority-raised", large))
                    .await()
                    .atMost(Duration.ofSeconds(5));
        }
        try (Socket socket = new Socket(events.getHost(), events.getPort())) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 0\r\nAuthorization: Bearer "
                                    + Tokens.of(centre.supervisor(), "supervisor", Duration.ofMinutes(5))
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            await().until(() -> clients.here() == 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> clients.here() == 0);
        }
    }

    @Test
    void aCentreSeesItsOwnOnly() throws Exception {
        Caller stranger = new Caller("globex", centre.name(), "gus");
        tell(2);
        try (Viewer viewer = new Viewer(events, Tokens.of(stranger, "integration", Duration.ofMinutes(1)), 0L)) {
            tell(1);
            await().untilAsserted(() -> assertThat(viewer.lines()).contains(":alive"));
            assertThat(viewer.all("id")).isEmpty();
        }
    }

    @Test
    void itIsForSupervisorsAndSystemsAndAsksForASequence() {
        given().get("/api/v1/events").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of(centre.supervisor(), "agent", Duration.ofMinutes(1)))
                .get("/api/v1/events")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of(centre.supervisor(), "supervisor", Duration.ofMinutes(1)))
                .header("Last-Event-ID", "five")
                .get("/api/v1/events")
                .then()
                .statusCode(400)
                .body(containsString("Last-Event-ID"));
    }

    private Viewer viewer(Long lastEventId) throws Exception {
        Viewer viewer =
                new Viewer(events, Tokens.of(centre.supervisor(), "integration", Duration.ofMinutes(5)), lastEventId);
        assertThat(viewer.status()).isEqualTo(200);
        return viewer;
    }

    /** Routing says so many things; returns when the window has them. */
    private void tell(int many) {
        long last = 0;
        for (int i = 0; i < many; i++) {
            last = centre.tells(UUID.randomUUID());
        }
        centre.written();
        long newest = last;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> window.newest("acme", centre.name()).await().atMost(Duration.ofSeconds(5)) == newest);
    }

    private static List<String> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }
}
