package io.switchboard.profile.messaging;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.support.AtItsOwnPace;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Taken;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * How fast an import is, and what messages notice of it; not a test that fails. Run it with {@code -Dtest=ImportPace};
 * {@code PACE_ROWS=1000000 PACE_RATE=200 PACE_SECONDS=60} in the environment make it larger.
 */
@ComponentTest
@TestProfile(AtItsOwnPace.class)
class ImportPace {
    private static final int ROWS = setting("PACE_ROWS", 200_000);
    private static final int RATE = setting("PACE_RATE", 200);
    private static final int SECONDS = setting("PACE_SECONDS", 30);
    private static final String TENANT = "tenant-of-imports";

    @Inject
    Broker broker;

    @Inject
    MeterRegistry metrics;

    private static int setting(String name, int otherwise) {
        return Integer.parseInt(System.getenv().getOrDefault(name, String.valueOf(otherwise)));
    }

    @Test
    void besideMessages() throws Exception {
        messages("warming up", 10, () -> false);
        messages("alone", SECONDS, () -> false);
        Path file = Files.createDirectories(Path.of("target/imports/" + TENANT)).resolve("pace.csv");
        write(file);
        String id = start();
        CompletableFuture<Void> flow = CompletableFuture.runAsync(() -> messages(
                "beside the import",
                Integer.MAX_VALUE,
                () -> !progress(id).getString("state").matches("waiting|running")));
        awaitEnd(id);
        flow.join();
        print("new rows, beside messages", progress(id));
        messages("alone again", SECONDS, () -> false);
        String again = start();
        awaitEnd(again);
        print("the same again, alone", progress(again));
    }

    private static void write(Path file) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,mail,vulnerable,tier\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(run + "-" + i + ",\"López, Mia " + i + "\",mia" + run + i + "@customer.example,false,gold\n");
            }
        }
        System.out.printf("PACE the file: %d rows, %d MB%n", ROWS, Files.size(file) >> 20);
    }

    private static String start() {
        return asIntegration()
                .post("/api/v1/imports?source=shop&format=csv&file=pace.csv")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
    }

    private static void awaitEnd(String id) throws InterruptedException {
        for (int i = 1; progress(id).getString("state").matches("waiting|running"); i++) {
            Thread.sleep(500);
            if (i % 40 == 0) {
                print("after %d s".formatted(i / 2), progress(id));
            }
        }
    }

    /** A busy service may say "not now". */
    private static JsonPath progress(String id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> asIntegration().get("/api/v1/imports/" + id), answer -> answer.statusCode() == 200)
                .jsonPath();
    }

    private static io.restassured.specification.RequestSpecification asIntegration() {
        return given().auth().oauth2(Tokens.of("integration", TENANT)).contentType("application/octet-stream");
    }

    private static void print(String what, JsonPath progress) {
        System.out.printf(
                "PACE %s: %s, %d rows, %d applied, %d unchanged, %d/s%n",
                what,
                progress.getString("state"),
                progress.getInt("read"),
                progress.getInt("applied"),
                progress.getInt("unchanged"),
                progress.getInt("rowsPerSecond"));
    }

    private void messages(String when, int seconds, BooleanSupplier enough) {
        try {
            flow(when, seconds, enough);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flow(String when, int seconds, BooleanSupplier enough) throws InterruptedException {
        String tenant = aTenant();
        double before = metrics.counter("switchboard.identified").count();
        Instant began = Instant.now();
        long start = System.nanoTime();
        int sent = 0;
        while (sent < (long) seconds * RATE && (sent % RATE != 0 || !enough.getAsBoolean())) {
            TimeUnit.NANOSECONDS.sleep(start + sent * 1_000_000_000L / RATE - System.nanoTime());
            Message message = aPrivateMessage(tenant);
            broker.receive(message);
            broker.understand(understood(message));
            sent++;
        }
        while (metrics.counter("switchboard.identified").count() < before + sent) {
            Thread.sleep(20);
        }
        System.out.printf("PACE %d messages at %d/s %s: %s%n", sent, RATE, when, Taken.since(began, tenant, broker));
    }
}
