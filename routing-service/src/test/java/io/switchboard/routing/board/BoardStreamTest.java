package io.switchboard.routing.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.measures.Story;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class BoardStreamTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String END = "end";

    @TestHTTPResource("/api/v1/board/stream")
    URI address;

    @Inject
    KeepBoard keeper;

    @Test
    void showsTheBoardAtOnceAndThenEachChangeAtMostOnceASecond() throws Exception {
        var story = new Story("acme", "streamed", Instant.now());
        try (var stream = open("streamed", Duration.ofMinutes(1))) {
            assertThat(stream.next().getList("queues")).isEmpty();
            assertThat(stream.nextWithin(2_500)).as("nothing changed").isNull();
            for (int i = 0; i < 20; i++) {
                apply(story.queued("w" + i, "sales"));
                Thread.sleep(100);
            }
            int seen = 0;
            int waiting = 0;
            while (waiting < 20) {
                waiting = stream.next().getInt("queues[0].waiting");
                seen++;
            }
            // Two seconds of changes, and one more to see the last.
            assertThat(seen).isBetween(2, 4);
        }
    }

    @Test
    void whoComesLaterSeesTheBoardOfNow() throws Exception {
        try (var first = open("joined", Duration.ofMinutes(1))) {
            first.next();
            // The second look is the one that all who watch share.
            assertThat(first.nextWithin(1_500)).isNull();
            Instant before = Instant.now();
            try (var second = open("joined", Duration.ofMinutes(1))) {
                assertThat(Instant.parse(second.next().getString("at"))).isAfterOrEqualTo(before);
                assertThat(second.nextWithin(1_500)).isNull();
            }
        }
    }

    @Test
    void endsWhenTheTokenExpires() throws Exception {
        try (var stream = open("expiring", Duration.ofSeconds(3))) {
            stream.next();
            assertThat(stream.ends()).isTrue();
        }
    }

    @Test
    void isForSupervisorsAndSystemsOnly() throws Exception {
        assertThat(get(token("agent", "streamed", Duration.ofMinutes(1))).statusCode())
                .isEqualTo(403);
        assertThat(get("none").statusCode()).isEqualTo(401);
    }

    private void apply(Story story) {
        RoutingEvent event = story.events().getLast();
        keeper.apply(event, 0).await().atMost(Duration.ofSeconds(5));
    }

    private Stream open(String centre, Duration valid) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get(token("supervisor", centre, valid));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        return new Stream(answer.body());
    }

    private HttpResponse<InputStream> get(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String token(String role, String centre, Duration valid) {
        return Jwt.claim("tenant", "acme")
                .claim("centre", centre)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .preferredUserName("sue")
                .audience(Set.of("switchboard"))
                .expiresIn(valid)
                .sign();
    }

    /** Server-sent events as a client sees them. */
    private static final class Stream implements AutoCloseable {
        private final InputStream body;
        private final BlockingQueue<String> data = new LinkedBlockingQueue<>();

        Stream(InputStream body) {
            this.body = body;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
                lines.lines().filter(line -> line.startsWith("data:")).forEach(line -> data.add(line.substring(5)));
            } catch (IOException | java.io.UncheckedIOException closed) {
                // By the test.
            }
            data.add(END);
        }

        JsonPath next() throws InterruptedException {
            JsonPath found = nextWithin(10_000);
            assertThat(found).isNotNull();
            return found;
        }

        JsonPath nextWithin(long millis) throws InterruptedException {
            String found = data.poll(millis, TimeUnit.MILLISECONDS);
            assertThat(found).isNotEqualTo(END);
            return found == null ? null : JsonPath.from(found);
        }

        boolean ends() throws InterruptedException {
            return END.equals(data.poll(6, TimeUnit.SECONDS));
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
