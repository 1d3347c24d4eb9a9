package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.Tokens;
import io.switchboard.platform.parts.PartName;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** A list of customers that another system sends, read while services die: each row is taken once, and a broken one kept. */
final class NightlyList {
    private static final Set<String> AT_WORK = Set.of("waiting", "running");

    private final Addresses suite;
    private final String id;
    private final int rows;

    private NightlyList(Addresses suite, String id, int rows) {
        this.suite = suite;
        this.id = id;
        this.rows = rows;
    }

    /** Sends a list with {@code rows} good rows and a broken one in the middle. */
    static NightlyList send(Addresses suite, int rows) throws InterruptedException {
        var list = new StringBuilder("id,name,mail,tier\n");
        for (int i = 0; i < rows; i++) {
            list.append(i).append(",Mia ").append(i).append(",mia").append(i).append("@mail.example,gold\n");
            if (i == rows / 2) {
                list.append("broken,Mia,mia@mail.example\n");
            }
        }
        HttpResponse<String> answer = ask(
                suite,
                HttpRequest.newBuilder(door(suite, "?source=nightly&format=csv"))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(list.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new NightlyList(suite, Http.parse(answer.body()).path("importId").asText(), rows);
    }

    /** Waits until it was read to its end, by whichever process. */
    void awaitEnd() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .ignoreException(UncheckedIOException.class)
                .until(() -> !AT_WORK.contains(progress().path("state").asText()));
    }

    void everyRowWasTakenOnce() throws InterruptedException {
        JsonNode progress = progress();
        System.out.println("crash: import " + progress);
        assertThat(progress.path("state").asText()).isEqualTo("done");
        assertThat(progress.path("read").asInt()).isEqualTo(rows + 1);
        assertThat(progress.path("applied").asInt()).as("none was taken twice").isEqualTo(rows);
        assertThat(progress.path("bad").asInt()).isEqualTo(1);
    }

    private JsonNode progress() throws InterruptedException {
        return Http.parse(
                ask(suite, HttpRequest.newBuilder(door(suite, "/" + id))).body());
    }

    private static HttpResponse<String> ask(Addresses suite, HttpRequest.Builder request) throws InterruptedException {
        String token = new Tokens(suite.tokens()).ofClient("crm", "crm-secret-for-local-use");
        return Http.send(request.header("Authorization", "Bearer " + token));
    }

    private static URI door(Addresses suite, String rest) {
        return URI.create(suite.service(PartName.CUSTOMER_PROFILE) + "/api/v1/imports" + rest);
    }
}
