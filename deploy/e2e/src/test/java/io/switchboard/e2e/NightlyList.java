package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** A list of customers that another system sends, read while services die: each row is taken once, and a broken one kept. */
final class NightlyList {
    private static final Set<String> AT_WORK = Set.of("waiting", "running");

    private final OtherSystem system;
    private final String id;
    private final int rows;

    private NightlyList(OtherSystem system, String id, int rows) {
        this.system = system;
        this.id = id;
        this.rows = rows;
    }

    /** Sends a list with {@code rows} good rows and a broken one in the middle. */
    static NightlyList send(Addresses suite, int rows) throws InterruptedException {
        var list = new StringBuilder("id,name,mail,phone,tier,vulnerable,silent,plan\n");
        for (int i = 0; i < rows; i++) {
            list.append(i)
                    .append(",Mia ")
                    .append(i)
                    .append(",mia")
                    .append(i)
                    .append("@mail.example,,gold,no,no,Fibre 500\n");
            if (i == rows / 2) {
                list.append("broken,Mia,mia@mail.example\n");
            }
        }
        var system = new OtherSystem(suite);
        HttpResponse<String> answer =
                system.ask(HttpRequest.newBuilder(system.door("imports?format=csv&source=" + OtherSystem.SOURCE))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(list.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new NightlyList(
                system, Http.parse(answer.body()).path("importId").asText(), rows);
    }

    /** Waits until it was read to its end, by whichever process. */
    void awaitEnd() {
        // It takes 25 rows a second, and rests while a service is away or messages are read.
        await().atMost(Duration.ofMinutes(4).plusSeconds(rows / 50))
                .pollInterval(Duration.ofSeconds(2))
                .ignoreException(UncheckedIOException.class)
                .until(() -> !AT_WORK.contains(progress().path("state").asText()));
    }

    void everyRowWasTakenOnce() throws InterruptedException {
        JsonNode progress = progress();
        System.out.println("crash: import " + progress);
        assertThat(progress.path("state").asText()).as(progress.toString()).isEqualTo("done");
        assertThat(progress.path("read").asInt()).isEqualTo(rows + 1);
        assertThat(progress.path("applied").asInt()).as("none was taken twice").isEqualTo(rows);
        assertThat(progress.path("bad").asInt()).isEqualTo(1);
    }

    private JsonNode progress() throws InterruptedException {
        return Http.parse(
                system.ask(HttpRequest.newBuilder(system.door("imports/" + id))).body());
    }
}
