package io.switchboard.profile.sources.imports;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.Topics;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of records, from outside: sent, read, mended, stopped, resumed. */
@ComponentTest
class ImportsTest {
    private static final String TENANT = "tenant-of-imports";

    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    Sources sources;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aFileIsTakenItsBadRowsAreKeptAsideAndCanBeMended() {
        String id = start("csv", header() + row(1) + run + "-2,Sam,,perhaps,\n" + row(3) + "\"open,x\n" + row(4));
        JsonPath done = awaitState(id, "done");
        assertThat(List.of(done.getInt("read"), done.getInt("applied"), done.getInt("bad")))
                .containsExactly(5, 3, 2);
        assertThat(done.getLong("bytes")).isEqualTo(done.getLong("size"));
        attributes(1).body("find { it.field == 'name' }.holds.value", equalTo("Mia 1"));

        List<String> bad = bad(id);
        assertThat(bad).hasSize(2);
        assertThat(bad.get(0))
                .contains("\"line\":3", "\"reason\":\"vulnerable is not true or false\"", "\"record\":{", "perhaps");
        assertThat(bad.get(1)).contains("\"line\":5", "\"raw\":\"\\\"open,x\"");

        String again = start("ndjson", bad.get(0).replace("perhaps", "yes"));
        assertThat(awaitState(again, "done").getInt("applied")).isEqualTo(1);
        attributes(2).body("find { it.field == 'vulnerable' }.holds.value", equalTo("true"));
    }

    @Test
    void theSameFileAgainChangesNothingAndTellsNobody() throws Exception {
        String text = header() + rows(1, 450);
        awaitState(start("csv", text), "done");
        await().atMost(Duration.ofSeconds(30)).until(() -> told() == 450);
        JsonPath again = awaitState(start("csv", gzip(text)), "done");
        assertThat(again.getInt("unchanged")).isEqualTo(450);
        assertThat(again.getInt("applied")).isZero();
        awaitState(start("csv", header() + run + "-7,Maria,,,\n"), "done");
        await().atMost(Duration.ofSeconds(30)).until(() -> told() >= 451);
        assertThat(told()).isEqualTo(451);
        // What is told is forgotten, else it would be told again and again.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> database.in(
                                TENANT,
                                session -> session.createNativeQuery(
                                                "select count(*) from source_change where tenant = :tenant", Long.class)
                                        .setParameter("tenant", TENANT)
                                        .getSingleResult())
                        == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,mail|line 1: the source's file names columns that the header has not: id",
                "id,id|line 1: the column \"id\" is there twice",
            })
    void aWrongHeaderFailsByName(String header, String reason) {
        assertThat(awaitState(start("csv", header + "\n1,2\n"), "failed").getString("reason"))
                .startsWith(reason);
    }

    @Test
    void aPackedFileThatIsCutOffFailsAndKeepsWhatWasTaken() throws Exception {
        byte[] packed = gzip(header() + rows(1, 900));
        JsonPath failed = awaitState(start("csv", java.util.Arrays.copyOf(packed, packed.length - 20)), "failed");
        assertThat(failed.getString("reason")).contains("damaged or cut off");
        assertThat(failed.getInt("applied")).isPositive();
        attributes(1).body("find { it.field == 'name' }.holds.value", equalTo("Mia 1"));
    }

    /** A runner that died left a place in the middle; going on from there takes exactly the rest. */
    @Test
    void whatARunnerLeftIsResumedExactlyThere() throws Exception {
        String text = header() + rows(1, 5);
        String before = header() + rows(1, 2);
        Path folder = Files.createDirectories(Path.of("target/imports/" + TENANT));
        Files.writeString(folder.resolve(run + ".csv"), text);
        UUID id = UUID.randomUUID();
        database.in(
                TENANT,
                session -> session.createNativeQuery("""
                        insert into import (tenant, import_id, source, format, file, asked_by, as_of, size, state, runner,
                            beat_at, run_at, position, line, read, applied)
                        values (:tenant, :id, 'shop', 'CSV', :file, 'test', now(), 1, 'RUNNING', gen_random_uuid(), now(),
                            now(), :position, 3, 2, 2)
                        """)
                        .setParameter("tenant", TENANT)
                        .setParameter("id", id)
                        .setParameter("file", run + ".csv")
                        .setParameter("position", before.getBytes(UTF_8).length)
                        .executeUpdate());
        // Whoever has it may still live.
        post("/api/v1/imports/" + id + "/resume").statusCode(409);
        database.in(
                TENANT,
                session -> session.createNativeQuery(
                                "update import set beat_at = now() - make_interval(mins => 5) where import_id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
        JsonPath done = awaitState(id.toString(), "done");
        assertThat(List.of(done.getInt("read"), done.getInt("applied"), done.getInt("line")))
                .containsExactly(5, 5, 6);
        attributes(5).body("find { it.field == 'name' }.holds.value", equalTo("Mia 5"));
        given().auth()
                .oauth2(Tokens.of("agent", TENANT))
                .get("/api/v1/customers/" + sources.find("shop").orElseThrow().customerId(run + "-2"))
                .then()
                .statusCode(404);
    }

    @Test
    void whatFailedGoesOnAfterItsCauseIsGone() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/imports/" + TENANT));
        Path file = folder.resolve(run + ".csv");
        Files.writeString(file, header() + rows(1, 3));
        String id = asIntegration()
                .queryParam("source", "shop")
                .queryParam("format", "csv")
                .queryParam("file", run + ".csv")
                .post("/api/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        awaitState(id, "done");
        Files.delete(file);
        database.in(
                TENANT,
                session -> session.createNativeQuery(
                                "update import set state = 'WAITING' where cast(import_id as text) = :id")
                        .setParameter("id", id)
                        .executeUpdate());
        assertThat(awaitState(id, "failed").getString("reason")).isEqualTo("the file is not there");
        Files.writeString(file, header() + rows(1, 4));
        post("/api/v1/imports/" + id + "/resume").statusCode(200);
        JsonPath done = awaitState(id, "done");
        assertThat(done.getInt("read")).isEqualTo(4);
        post("/api/v1/imports/" + id + "/resume").statusCode(409);
    }

    @Test
    void whatIsStoppedStaysStopped() {
        String id = start(
                "ndjson",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "{\"id\":\"" + run + "-" + i + "\",\"name\":\"Mia\"}\n")
                        .collect(Collectors.joining()));
        // In the midst of it: whoever reads it must notice.
        await().atMost(Duration.ofSeconds(20)).until(() -> get(id).getInt("read") > 0);
        asIntegration().delete("/api/v1/imports/" + id).then().statusCode(200).body("state", equalTo("cancelled"));
        // The one after it is read, so nobody reads this one any more.
        awaitState(start("csv", header() + row(1)), "done");
        JsonPath stopped = get(id);
        assertThat(stopped.getString("state")).isEqualTo("cancelled");
        assertThat(stopped.getInt("read")).isLessThan(20_000);
        asIntegration().delete("/api/v1/imports/" + id).then().statusCode(409);
    }

    @Test
    void nonsenseIsRefusedByName() {
        refused("nobody", "csv", null, "x").statusCode(404);
        refused("crm", "csv", null, "x").statusCode(404);
        refused("shop", "xls", null, "x").statusCode(400).body("detail", containsString("neither csv nor ndjson"));
        refused("shop", "csv", null, "").statusCode(400).body("detail", equalTo("nothing was sent"));
        refused("shop", "csv", "../secret", "").statusCode(400).body("detail", containsString("no such file"));
        refused("shop", "csv", "none.csv", "").statusCode(400).body("detail", containsString("no such file"));
        asIntegration()
                .queryParam("source", "shop")
                .queryParam("format", "csv")
                .queryParam("at", "2999-01-01T00:00:00Z")
                .body("x".getBytes(UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .body("detail", equalTo("at is in the future"));
    }

    @Test
    void onlyThisDoorTakesLargeBodies() {
        byte[] large = new byte[3 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        given().auth()
                .oauth2(Tokens.of("integration", TENANT))
                .contentType("application/json")
                .body(large)
                .put("/api/v1/sources/shop/records/1")
                .then()
                .statusCode(413);
        assertThat(awaitState(start("csv", large), "failed").getString("reason"))
                .contains("line 1");
    }

    @ParameterizedTest
    @CsvSource({
        "integration, '', 200",
        "supervisor, '', 200",
        "agent, '', 403",
        "analyst, '', 403",
        "integration, /bad, 200",
        "supervisor, /bad, 403",
        "agent, /bad, 403",
    })
    void everyRoleSeesItsOwnTenantsOnly(String role, String path, int status) {
        String id = start("csv", header() + row(1));
        awaitState(id, "done");
        given().auth()
                .oauth2(Tokens.of(role, TENANT))
                .get("/api/v1/imports/" + id + path)
                .then()
                .statusCode(status);
        given().auth()
                .oauth2(Tokens.of(role, aTenant()))
                .get("/api/v1/imports/" + id + path)
                .then()
                .statusCode(status == 200 ? 404 : status);
        given().get("/api/v1/imports/" + id + path).then().statusCode(401);
    }

    private static String header() {
        return "id,name,mail,vulnerable,tier\n";
    }

    private String row(int number) {
        return run + "-" + number + ",Mia " + number + ",,,gold\n";
    }

    private String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::row).collect(Collectors.joining());
    }

    private String start(String format, String text) {
        return start(format, text.getBytes(UTF_8));
    }

    private String start(String format, byte[] body) {
        return asIntegration()
                .queryParam("source", "shop")
                .queryParam("format", format)
                .body(body)
                .post("/api/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
    }

    private ValidatableResponse refused(String source, String format, String file, String body) {
        RequestSpecification request =
                asIntegration().queryParam("source", source).queryParam("format", format);
        return (file == null ? request : request.queryParam("file", file))
                .body(body.getBytes(UTF_8))
                .post("/api/v1/imports")
                .then();
    }

    private JsonPath awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> get(id).getString("state").equals(state));
        return get(id);
    }

    private static JsonPath get(String id) {
        return asIntegration()
                .get("/api/v1/imports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse post(String path) {
        return asIntegration().post(path).then();
    }

    private static List<String> bad(String id) {
        return asIntegration()
                .get("/api/v1/imports/" + id + "/bad")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private ValidatableResponse attributes(int number) {
        return given().auth()
                .oauth2(Tokens.of("agent", TENANT))
                .get("/api/v1/customers/" + sources.find("shop").orElseThrow().customerId(run + "-" + number)
                        + "/attributes")
                .then()
                .statusCode(200);
    }

    /** Counts what was told of this run's customers; an event told twice counts once. */
    private long told() {
        var ours = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> sources.find("shop")
                        .orElseThrow()
                        .customerId(run + "-" + i)
                        .toString())
                .collect(Collectors.toSet());
        return broker.all(Topics.CUSTOMERS_CHANGED, TENANT).stream()
                .filter(record -> ours.contains(record.key()))
                .map(record -> Broker.header(record, "ce_id"))
                .distinct()
                .count();
    }

    private static RequestSpecification asIntegration() {
        return given().auth().oauth2(Tokens.of("integration", TENANT)).contentType("application/octet-stream");
    }

    private static byte[] gzip(String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
