package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.reply;
import static io.switchboard.profile.support.Fixtures.settled;
import static io.switchboard.profile.support.Fixtures.understanding;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.history.FollowReply;
import io.switchboard.profile.history.FollowWork;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Contacts;
import io.switchboard.profile.support.Contacts.Past;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came in, counted, by the door. */
@ComponentTest
class InsightTest {
    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
    private static final String DAY = "from=2026-05-04";

    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    FollowReply followReply;

    @Inject
    FollowWork followWork;

    @Inject
    Contacts contacts;

    private final String tenant = aTenant();

    @Test
    void aDayIsCountedFromWhatTheTopicsTold() {
        Message answered = message("email", NINE, Relevance.REQUEST);
        Message waiting = message("email", NINE.plusSeconds(60), Relevance.REQUEST);
        Message post = message("x", NINE.plusSeconds(120), Relevance.CHAFF);
        message("email", NINE.minus(Duration.ofDays(1)), Relevance.REQUEST);
        handle(answered, 1, Duration.ofMinutes(10), Duration.ofMinutes(30));

        figures(DAY)
                .body("zone", equalTo("UTC"))
                .body("groups.messages", contains(3))
                .body("groups.chaff", contains(1))
                .body("groups.neededAnswer", contains(2))
                .body("groups.answered", contains(1))
                .body("groups[0].answeredShare", closeTo(0.5, 1e-9))
                .body("groups[0].chaffShare", closeTo(1 / 3.0, 1e-9))
                .body("groups[0].meanSentiment", closeTo(-0.2, 1e-9))
                .body("groups.negative", contains(0))
                .body("groups.contacts", contains(1))
                .body("groups[0].firstResponseMedian", closeTo(600, 1e-6))
                .body("groups[0].resolutionP90", closeTo(1800, 1e-6))
                .body("groups[0].firstContactResolution", closeTo(1, 1e-9));
        figures(DAY + "&by=channel")
                .body("groups.channel", contains("email", "x"))
                .body("groups.messages", contains(2, 1))
                .body("groups[1].firstResponseMedian", nullValue());
        figures(DAY + "&by=agent,queue")
                .body("groups.agent", contains("amy", null))
                .body("groups.queue", contains("general", null))
                .body("groups.messages", contains(1, 2));
        assertThat(List.of(waiting, post)).hasSize(2);
    }

    @Test
    void aDayOfTheWallClockIsNotADayOfUtc() {
        // 23:30 and 00:30 in Berlin, around the midnight after clocks were set forward.
        message("email", Instant.parse("2026-03-29T21:30:00Z"), Relevance.REQUEST);
        message("email", Instant.parse("2026-03-29T22:30:00Z"), Relevance.REQUEST);
        // 00:30 of that day, by winter time.
        message("email", Instant.parse("2026-03-28T23:30:00Z"), Relevance.REQUEST);
        figures("from=2026-03-28&to=2026-03-30&by=day&zone=Europe/Berlin")
                .body("groups.day", contains("2026-03-29", "2026-03-30"))
                .body("groups.messages", contains(2, 1));
        figures("from=2026-03-28&to=2026-03-30&by=day")
                .body("groups.day", contains("2026-03-28", "2026-03-29"))
                .body("groups.messages", contains(1, 2));
    }

    @Test
    void theHourThatComesTwiceIsCountedTwice() {
        message("email", Instant.parse("2026-10-25T00:30:00Z"), Relevance.REQUEST);
        message("email", Instant.parse("2026-10-25T01:30:00Z"), Relevance.REQUEST);
        message("email", Instant.parse("2026-10-25T02:30:00Z"), Relevance.REQUEST);
        figures("from=2026-10-25&by=hour&zone=Europe/Berlin")
                .body(
                        "groups.hour",
                        contains("2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00", "2026-10-25T03:00:00+01:00"))
                .body("groups.messages", contains(1, 1, 1));
    }

    @Test
    void whoComesBackWasNotHelpedTheFirstTime() {
        UUID back = contacts.customer(tenant);
        past(back, "x", "delivery", 0);
        past(back, "email", "delivery", 26);
        past(back, "voice", "billing", 30);
        UUID once = contacts.customer(tenant);
        past(once, "email", "delivery", 1);
        String days = "from=2026-05-04&to=2026-05-05";
        figures(days)
                .body("groups.contacts", contains(4))
                .body("groups.firstContacts", contains(3))
                .body("groups.resolvedAtFirst", contains(2));
        // The second contact is on the next day, yet the first day knows of it.
        figures(DAY + "&by=channel").body("groups.resolvedAtFirst", contains(1, 0));
        as("supervisor", tenant)
                .get("/api/v1/insight/journeys?" + days)
                .then()
                .statusCode(200)
                .body("from", contains(null, null, null, "x"))
                .body("to", contains("email", "voice", "x", "email"))
                .body("contacts", contains(1, 1, 1, 1))
                .body("find { it.from == 'x' }.betweenMedian", closeTo(26 * 3600, 1e-6));
        as("agent", tenant)
                .get("/api/v1/customers/" + back + "/journeys")
                .then()
                .statusCode(200)
                .body("channels", contains(List.of("voice"), List.of("x", "email")))
                .body("resolvedAtFirstContact", contains(true, false))
                .body("[1].steps.outcome", contains("answered", "answered"))
                .body("[1].steps.answeredAfterSeconds", contains(300, 300));
    }

    @Test
    void theTimelineSaysWhatWasSaidBefore() {
        UUID back = contacts.customer(tenant);
        past(back, "x", "delivery", 0);
        as("agent", tenant)
                .get("/api/v1/customers/" + back + "/timeline")
                .then()
                .body("saidBefore", nullValue());
        past(back, "email", "delivery", 26);
        past(back, "voice", "delivery", 50);
        as("agent", tenant)
                .get("/api/v1/customers/" + back + "/timeline")
                .then()
                .statusCode(200)
                .body("saidBefore.topic", equalTo("delivery"))
                .body("saidBefore.times", equalTo(2))
                .body("saidBefore.first", equalTo(NINE.toString()))
                .body("saidBefore.channels", contains("x", "email", "voice"));
    }

    @Test
    void whatRisesIsToldFirst() {
        for (int i = 0; i < 9; i++) {
            message("email", NINE.plusSeconds(i), Relevance.REQUEST);
        }
        message("email", NINE.minus(Duration.ofDays(1)), Relevance.REQUEST);
        as("supervisor", tenant)
                .get("/api/v1/insight/topics?" + DAY)
                .then()
                .statusCode(200)
                .body("topic", contains("delivery"))
                .body("messages", contains(9))
                .body("before", contains(1))
                .body("[0].rise", closeTo(8 / Math.sqrt(10), 1e-9));
    }

    @Test
    void aTableForProgramsThatCalculate() {
        UUID customer = contacts.customer(tenant);
        contacts.enter(
                tenant,
                customer,
                new Past("email", UUID.randomUUID(), "delivery", NINE, null, null, "=cmd|' /C calc'!A0,\"x\"", null));
        String csv = as("supervisor", tenant)
                .accept("text/csv")
                .get("/api/v1/insight/figures?by=queue&" + DAY)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.split("\r\n"))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines[0]).startsWith("queue,messages,chaff,chaffShare,"))
                .satisfies(
                        lines -> assertThat(lines[1]).startsWith("\"'=cmd|' /C calc'!A0,\"\"x\"\"\",0,0,,0,0,,,0,1,"));
        assertThat(as("supervisor", tenant)
                        .accept("application/x-ndjson")
                        .get("/api/v1/insight/figures?" + DAY + "&by=channel")
                        .then()
                        .statusCode(200)
                        .contentType("application/x-ndjson")
                        .extract()
                        .asString())
                .startsWith("{\"channel\":\"email\",\"messages\":0,")
                .endsWith("}\n");
        assertThat(as("supervisor", tenant)
                        .accept("text/csv")
                        .get("/api/v1/insight/figures?by=queue&from=2026-01-01")
                        .asString())
                .startsWith("queue,messages,");
    }

    @Test
    void aColumnarFileForWarehouses() throws IOException {
        UUID customer = contacts.customer(tenant);
        past(customer, "x", "delivery", 0);
        past(customer, "email", "delivery", 2);
        try (var file = parquet("figures?by=channel&" + DAY);
                var rows = file.rowReader()) {
            rows.next();
            assertThat(rows.getString("channel")).isEqualTo("email");
            assertThat(rows.getLong("contacts")).isEqualTo(1);
            assertThat(rows.isNull("answeredShare")).isTrue();
            rows.next();
            assertThat(rows.getString("channel")).isEqualTo("x");
            assertThat(rows.getDouble("firstContactResolution")).isZero();
            assertThat(rows.hasNext()).isFalse();
        }
        try (var file = parquet("journeys?" + DAY);
                var rows = file.rowReader()) {
            rows.next();
            assertThat(rows.isNull("from")).isTrue();
            rows.next();
            assertThat(rows.getString("from")).isEqualTo("x");
            assertThat(rows.getDouble("betweenMedian")).isEqualTo(7200);
        }
        // Of nothing, too, the columns are there.
        try (var file = parquet("topics?from=2026-01-01");
                var rows = file.rowReader()) {
            assertThat(file.getFileSchema().getColumns())
                    .extracting(ColumnSchema::name)
                    .containsExactly("topic", "messages", "before", "meanSentiment", "rise");
            assertThat(rows.hasNext()).isFalse();
        }
    }

    private ParquetFileReader parquet(String question) throws IOException {
        byte[] bytes = as("supervisor", tenant)
                .accept("application/vnd.apache.parquet")
                .get("/api/v1/insight/" + question)
                .then()
                .statusCode(200)
                .contentType("application/vnd.apache.parquet")
                .header("Vary", "Accept")
                .extract()
                .asByteArray();
        return ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"text/html, 406", "'text/csv;q=0.1, application/json', 200", "*/*, 200"})
    void theFormACallerLikesBest(String accept, int status) {
        var answer = as("supervisor", tenant)
                .accept(accept)
                .get("/api/v1/insight/journeys?" + DAY)
                .then()
                .statusCode(status);
        if (status == 200) {
            answer.contentType("application/json").body("", empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"agent, 403", "analyst, 403", "supervisor, 200", "integration, 200"})
    void rolesAndTenants(String role, int status) {
        message("email", NINE, Relevance.REQUEST);
        past(contacts.customer(tenant), "email", "delivery", 0);
        for (String what : List.of("figures?by=channel&", "topics?", "journeys?")) {
            as(role, tenant).get("/api/v1/insight/" + what + DAY).then().statusCode(status);
            var elsewhere = as(role, aTenant())
                    .get("/api/v1/insight/" + what + DAY)
                    .then()
                    .statusCode(status);
            if (status == 200) {
                elsewhere.body(what.startsWith("figures") ? "groups" : "", empty());
            }
            given().get("/api/v1/insight/" + what + DAY).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=2026-05-04&zone=Mars/Olympus",
                "from=2999-01-01",
                "from=2026-05-04&by=weather",
                "from=2026-05-04&by=channel,channel",
                "from=2026-05-04&by=hour,day",
                "from=2026-05-04&by=channel,queue,agent,topic",
                "from=2026-05-04&to=2026-07-04&by=hour",
                "from=2026-05-04&by=channel%20from%20message--"
            })
    void whatCanNotBeIsRefusedByName(String query) {
        as("supervisor", tenant)
                .urlEncodingEnabled(false)
                .get("/api/v1/insight/figures?x=1&" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(": "));
    }

    private Message message(String channel, Instant at, Relevance relevance) {
        UUID id = UUID.randomUUID();
        var message = new Message(
                id,
                tenant,
                "main",
                channel,
                "acme",
                "h-" + id + "@web.example",
                null,
                UUID.randomUUID(),
                channel.equals("x") ? Visibility.PUBLIC : Visibility.PRIVATE,
                null,
                "hello",
                List.of(),
                "p-" + id,
                List.of(),
                at,
                at);
        done(() -> identifyMessages.take(new MessageUnderstood(message, understanding(relevance))));
        return message;
    }

    private void handle(Message message, long sequence, Duration answered, Duration completed) {
        Customer customer = done(() ->
                        identifyMessages.take(new MessageUnderstood(message, understanding(Relevance.REQUEST))))
                .orElseThrow()
                .message()
                .customer();
        WorkItem work = work(customer, message);
        Instant arrived = message.receivedAt();
        done(() -> followWork.take(new RoutingEvent.OfferAccepted(
                UUID.randomUUID(), tenant, "main", sequence, arrived.plusSeconds(5), UUID.randomUUID(), "amy", work)));
        var reply = reply("amy", work, message, arrived.plus(answered));
        done(() -> followReply.settled(settled(reply, Outcome.SENT, arrived.plus(answered))));
        done(() -> followWork.take(new RoutingEvent.WorkCompleted(
                UUID.randomUUID(),
                tenant,
                "main",
                sequence + 1,
                arrived.plus(completed),
                work.workItemId(),
                work.conversationId(),
                "amy",
                "solved",
                work.messageIds(),
                null)));
    }

    private void past(UUID customer, String channel, String topic, int hour) {
        Instant arrived = NINE.plus(Duration.ofHours(hour));
        contacts.enter(
                tenant,
                customer,
                new Past(
                        channel,
                        UUID.randomUUID(),
                        topic,
                        arrived,
                        arrived.plusSeconds(300),
                        arrived.plusSeconds(600),
                        "general",
                        "amy"));
    }

    private ValidatableResponse figures(String query) {
        return as("supervisor", tenant)
                .get("/api/v1/insight/figures?" + query)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String role, String tenant) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .auth()
                .oauth2(Tokens.of(role, tenant));
    }
}
