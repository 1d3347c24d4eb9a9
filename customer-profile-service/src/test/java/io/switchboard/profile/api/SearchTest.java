package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.reply;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.history.FollowReply;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding words and people, by the door. */
@ComponentTest
class SearchTest {
    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    FollowReply followReply;

    @Inject
    Database database;

    private final String tenant = aTenant();

    @Test
    void aMessageAnAnswerAndANoteAreFoundByTheBeginningOfAWord() {
        Message message = message("sam@web.example", "Sam Meyer", "Order DE-4711: the Kühlschrank never came!");
        Customer customer = meet(message);
        done(() -> followReply.requested(
                reply("amy", work(customer, message), message, Instant.now().plusSeconds(1))));
        as("agent")
                .contentType("application/json")
                .body("{\"text\":\"kühlschranktür, too\"}")
                .post("/api/v1/customers/" + customer.customerId() + "/notes")
                .then()
                .statusCode(201);

        search("kühlschrank")
                .body("hits.kind", contains("note", "message"))
                .body("hits[0].by", equalTo("agent-1"))
                .body("hits[1].id", equalTo(message.messageId().toString()))
                .body("hits[1].by", equalTo("Sam Meyer"))
                .body(
                        "hits.customerId",
                        contains(
                                customer.customerId().toString(),
                                customer.customerId().toString()))
                .body("hits[1].snippet", equalTo("Order DE-4711: the Kühlschrank never came!"))
                .body("hits[1].highlights", hasSize(1))
                .body("hits[1].highlights[0].start", equalTo(19))
                .body("hits[1].highlights[0].length", equalTo(11));
        search("4711").body("hits", hasSize(1));
        search("DE-4711 came").body("hits", hasSize(1));
        search("\"never came\"").body("hits", hasSize(1));
        search("\"came never\"").body("hits", empty());
        search("kühlschrank -order").body("hits.kind", contains("note"));
        search("nowhere or 4711").body("hits", hasSize(1));
        search("on its way").body("hits[0].direction", equalTo("out")).body("hits[0].by", equalTo("amy"));
    }

    @Test
    void aFileIsFoundByItsNameUntilItIsErased() {
        Message message = aPrivateMessage(tenant);
        meet(message);
        search("slip.png where")
                .body("hits.id", contains(message.messageId().toString()))
                .body("hits[0].attachments", contains("slip.png"));
        run("update message set attachments = '[]'");
        search("slip").body("hits", empty());
        search("parcel").body("hits[0].attachments", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Meyer", "meyr", "Meier", "Samanta", "sam.meyer", "web.example", "Zamantha"})
    void peopleAreFoundThoughTheyAreMisspelt(String name) {
        Customer customer = meet(message("sam.meyer@web.example", "Samantha Meyer", "hello"));
        meet(message("bob@else.test", "Bob Stone", "hello"));
        search(name)
                .body("customers.customerId", contains(customer.customerId().toString()))
                .body("customers[0].name", equalTo("Samantha Meyer"));
    }

    @Test
    void whatIsErasedIsFoundNoMore() {
        Customer customer = meet(message("ann@web.example", "Ann Other", "a canary sings"));
        search("canary").body("hits", hasSize(1));
        run("update message set text = '', subject = null");
        run("update customer set name = null");
        run("update handle set name = null");
        search("canary").body("hits", empty());
        search("Other").body("customers", empty());
        search("ann")
                .body("customers.customerId", contains(customer.customerId().toString()));
        run("delete from handle");
        search("ann").body("customers", empty());
        run("delete from message");
        search("\"\" or sings").body("hits", empty());
    }

    @Test
    void aDeletedNoteIsFoundNoMore() {
        Customer customer = meet(message("ann@web.example", "Ann", "hello"));
        String notes = "/api/v1/customers/" + customer.customerId() + "/notes";
        String id = as("agent")
                .contentType("application/json")
                .body("{\"text\":\"a secret\"}")
                .post(notes)
                .path("noteId");
        search("secret").body("hits", hasSize(1));
        as("agent").delete(notes + "/" + id).then().statusCode(204);
        search("secret").body("hits", empty());
    }

    @Test
    void pagesMissNothingAndRepeatNothing() {
        for (int i = 0; i < 7; i++) {
            meet(message("sam@web.example", "Sam", "lamp number " + i));
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = search("lamp", "limit=3" + (next == null ? "" : "&before=" + next))
                    .extract();
            seen.addAll(page.<List<String>>path("hits.snippet"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whatIsOlderThanAskedForIsLeftOut() {
        meet(message("sam@web.example", "Sam", "an old lamp", Instant.now().minus(Duration.ofDays(100))));
        search("lamp").body("hits", empty());
        search("lamp", "since=" + Instant.now().minus(Duration.ofDays(101)).truncatedTo(ChronoUnit.SECONDS))
                .body("hits", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\"",
                "\\",
                "&",
                "!",
                "!!!",
                "a & | b",
                "(",
                ")",
                "<->",
                "a <-> ",
                ":*",
                "a:*",
                "a:ABCD",
                "'; drop table message; --",
                "%",
                "_",
                "$1",
                ":words",
                "?",
                "-",
                "--",
                "- -",
                "-x",
                "x or -y",
                "or",
                "\"\"",
                "\u0000",
                "a\u0000b",
                "\uD83D\uDE00",
                "\uFFFE",
                "ِِِ",
                "😀 parcel",
                "{}",
                "[",
                "*",
                "\t\n",
                "http://a.b/c?d=e&f",
                "'a' & 'b':*C",
                "\\' or 1=1",
                "</b><script>"
            })
    void whateverIsAskedIsAnswered(String q) {
        meet(message("sam@web.example", "Sam", "parcel"));
        int status = as("agent").queryParam("q", q).get("/api/v1/search").statusCode();
        assertThat(status).isEqualTo(q.isBlank() ? 400 : 200);
        search("parcel").body("hits", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x=y", "q=", "q=%20", "q=a&limit=0", "q=a&limit=101", "q=a&since=yesterday", "q=a&before=x"})
    void nonsenseIsRefused(String query) {
        as("agent")
                .urlEncodingEnabled(false)
                .get("/api/v1/search?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as("agent")
                .queryParam("q", "a".repeat(201))
                .get("/api/v1/search")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"agent, 200", "supervisor, 200", "integration, 403", "analyst, 403"})
    void rolesAndTenants(String role, int status) {
        meet(message("sam@web.example", "Sam Meyer", "a parcel"));
        String other = aTenant();
        var there = given().auth()
                .oauth2(Tokens.of(role, other))
                .get("/api/v1/search?q=parcel")
                .then()
                .statusCode(status);
        if (status == 200) {
            there.body("hits", empty()).body("customers", empty());
            given().auth()
                    .oauth2(Tokens.of(role, other))
                    .get("/api/v1/search?q=Meyer")
                    .then()
                    .body("customers", empty());
        }
        given().get("/api/v1/search?q=parcel").then().statusCode(401);
    }

    @Test
    void theDatabaseShowsNothingWithoutATenantAndAQuestion() throws SQLException {
        meet(message("sam@web.example", "Sam Meyer", "a parcel"));
        String us = "set_config('switchboard.tenant', '" + tenant + "', true)";
        String others = "set_config('switchboard.tenant', '" + aTenant() + "', true)";
        String asked = "set_config('switchboard.query', 'parcel', true), set_config('switchboard.name', 'meyer', true)";
        for (String table : List.of("searchable_text", "searchable_name")) {
            assertThat(count(table, us + "," + asked)).as(table).isEqualTo(1);
            assertThat(count(table, us)).as(table).isZero();
            assertThat(count(table, asked)).as(table).isZero();
            assertThat(count(table, others + "," + asked)).as(table).isZero();
        }
    }

    private long count(String table, String named) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select " + named);
            var result = statement.executeQuery("select count(*) from " + table);
            result.next();
            return result.getLong(1);
        }
    }

    private void run(String sql) {
        database.in(tenant, session -> session.createNativeQuery(sql).executeUpdate());
    }

    private Message message(String handle, String name, String text) {
        return message(handle, name, text, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private Message message(String handle, String name, String text, Instant at) {
        UUID id = UUID.randomUUID();
        return new Message(
                id,
                tenant,
                "main",
                "email",
                "acme",
                handle,
                name,
                UUID.randomUUID(),
                Visibility.PRIVATE,
                null,
                text,
                List.of(),
                "p-" + id,
                List.of(),
                at,
                at);
    }

    private Customer meet(Message message) {
        return done(() -> identifyMessages.take(understood(message)))
                .orElseThrow()
                .message()
                .customer();
    }

    private ValidatableResponse search(String q) {
        return search(q, "limit=20");
    }

    private ValidatableResponse search(String q, String rest) {
        return as("agent")
                .queryParam("q", q)
                .get("/api/v1/search?" + rest)
                .then()
                .statusCode(200);
    }

    private io.restassured.specification.RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, tenant));
    }
}
