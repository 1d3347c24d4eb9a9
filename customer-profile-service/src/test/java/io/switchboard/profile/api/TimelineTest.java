package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.accepted;
import static io.switchboard.profile.support.Fixtures.at;
import static io.switchboard.profile.support.Fixtures.completed;
import static io.switchboard.profile.support.Fixtures.queued;
import static io.switchboard.profile.support.Fixtures.reply;
import static io.switchboard.profile.support.Fixtures.settled;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.TransferTarget;
import io.switchboard.profile.history.FollowReply;
import io.switchboard.profile.history.FollowWork;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer's whole story, by the door. */
@ComponentTest
class TimelineTest {
    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    FollowReply followReply;

    @Inject
    FollowWork followWork;

    @Inject
    Database database;

    private final String tenant = aTenant();
    private final Message mail = aMessage(tenant, "email", "sam@" + tenant + ".example", Visibility.PRIVATE);
    private final Message post = aMessage(tenant, "x", "sam-" + tenant, Visibility.PUBLIC);
    private Customer customer;
    private Customer stranger;

    @BeforeEach
    void twoWrote() {
        customer = meet(mail);
        stranger = meet(post);
    }

    @Test
    void whatWasSaidDoneAndNotedIsOneLine() {
        var work = work(customer, mail);
        decide(queued(mail, 1, work));
        decide(new RoutingEvent.WorkOffered(
                UUID.randomUUID(), tenant, "main", 2, at(2), UUID.randomUUID(), "amy", at(20), work, NO_EXPLANATION));
        decide(new RoutingEvent.OfferDeclined(
                UUID.randomUUID(), tenant, "main", 3, at(3), UUID.randomUUID(), work.workItemId(), "amy", "busy"));
        decide(accepted(mail, 4, "bob", work));
        decide(new RoutingEvent.WorkTransferred(
                UUID.randomUUID(), tenant, "main", 5, at(5), "bob", new TransferTarget(null, "billing", null), work));
        decide(accepted(mail, 6, "cyd", work));
        var reply = reply("cyd", work, mail, at(7));
        done(() -> followReply.requested(reply));
        done(() -> followReply.settled(settled(reply, Outcome.SENT, at(8))));
        decide(completed(mail, 9, "cyd", work));
        note("agent", customer, "{\"text\":\"calls back on Monday\"}").statusCode(201);

        get("agent", tenant, line(customer))
                .statusCode(200)
                .body(
                        "entries.findAll { it.kind == 'work' }.work.step",
                        contains("completed", "accepted", "transferred", "accepted", "declined", "offered", "queued"))
                .body("entries.find { it.work?.step == 'declined' }.work.reason", equalTo("busy"))
                .body("entries.find { it.work?.step == 'transferred' }.work.target", equalTo("queue:billing"))
                .body("entries.find { it.work?.step == 'completed' }.work.reason", equalTo("duplicate"))
                .body("entries.find { it.work?.step == 'completed' }.work.agent", equalTo("cyd"))
                .body("entries[0].note.text", equalTo("calls back on Monday"))
                .body("entries[0].note.author", equalTo("agent-1"))
                .body("entries[1].message.messageId", equalTo(mail.messageId().toString()))
                .body("entries.findAll { it.kind == 'message' }.message.direction", contains("in", "out"))
                .body("next", nullValue());
        get("agent", tenant, line(stranger)).body("entries.kind", contains("message"));
    }

    private static final io.switchboard.contracts.routing.Explanation NO_EXPLANATION =
            new io.switchboard.contracts.routing.Explanation(1, List.of(), "1", 0, 1, List.of(), null, null);

    @Test
    void whatIsToldTwiceHappenedOnce() {
        var work = work(customer, mail);
        for (int time = 0; time < 2; time++) {
            decide(queued(mail, 1, work));
            decide(accepted(mail, 2, "amy", work));
            decide(completed(mail, 3, "amy", work));
        }
        get("agent", tenant, line(customer))
                .body("entries.findAll { it.kind == 'work' }.work.step", contains("completed", "accepted", "queued"));
    }

    @Test
    void aMergeShowsOneStoryAndTakingItBackShowsTwo() {
        decide(queued(mail, 1, work(customer, mail)));
        note("agent", stranger, "{\"text\":\"of the stranger\"}").statusCode(201);
        merge(stranger, customer);
        for (Customer either : List.of(customer, stranger)) {
            get("agent", tenant, line(either)).body("entries.kind", contains("note", "message", "message", "work"));
        }
        merge(stranger, stranger);
        get("agent", tenant, line(customer)).body("entries.kind", contains("message", "work"));
        get("agent", tenant, line(stranger)).body("entries.kind", contains("note", "message"));
    }

    /** As identity does: nothing moves but the two pointers. */
    private void merge(Customer from, Customer into) {
        boolean back = from.equals(into);
        database.in(
                tenant,
                session -> session.createNativeQuery(
                                "update customer set root_id = cast(:root as uuid),"
                                        + " merged_into = cast(cast(:into as text) as uuid) where tenant = :t and customer_id = :c")
                        .setParameter("root", into.customerId())
                        .setParameter("into", back ? null : into.customerId().toString())
                        .setParameter("t", tenant)
                        .setParameter("c", from.customerId())
                        .executeUpdate());
    }

    @Inject
    Broker broker;

    @Test
    void whatRoutingDecidesOnItsTopicComesIntoTheStory() {
        var work = work(customer, mail);
        broker.decide(queued(mail, 1, work));
        broker.decide(accepted(mail, 2, "amy", work));
        broker.decide(completed(mail, 3, "amy", work));
        await().untilAsserted(() ->
                get("agent", tenant, line(customer)).body("entries.kind", contains("message", "work", "work", "work")));
    }

    /** Any sequence of merges and their taking back against a model that only knows who points to whom. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsMergedAndTakenBackIsToldAsTheModelSays(long seed) {
        var random = new Random(seed);
        List<Customer> all = new ArrayList<>(List.of(customer, stranger));
        Map<Customer, List<String>> own = new HashMap<>();
        for (Customer one : all) {
            own.put(one, get("agent", tenant, line(one)).extract().path("entries.id"));
        }
        for (int more = 0; more < 3; more++) {
            Message message = aMessage(tenant, "webchat", "visitor-" + more + tenant, Visibility.PRIVATE);
            Customer one = meet(message);
            decide(queued(message, more + 1, work(one, message)));
            note("agent", one, "{\"text\":\"note\"}").statusCode(201);
            all.add(one);
            own.put(one, get("agent", tenant, line(one)).extract().path("entries.id"));
            assertThat(own.get(one)).hasSize(3);
        }
        Map<Customer, Customer> root = new HashMap<>();
        all.forEach(one -> root.put(one, one));
        for (int step = 0; step < 12; step++) {
            Customer from = all.get(random.nextInt(all.size()));
            boolean isNobodysRoot = all.stream().noneMatch(one -> one != from && root.get(one) == from);
            Customer into = root.get(all.get(random.nextInt(all.size())));
            Customer now = isNobodysRoot ? into : from;
            now = root.get(now) == now ? now : from;
            merge(from, now);
            root.put(from, now);
            for (Customer one : all) {
                List<String> expected = all.stream()
                        .filter(member -> root.get(member) == root.get(one))
                        .flatMap(member -> own.get(member).stream())
                        .toList();
                List<String> told = get("agent", tenant, line(one)).extract().path("entries.id");
                assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pagesMissNothingAndRepeatNothing(int limit) {
        var work = work(customer, mail);
        for (int sequence = 1; sequence <= 9; sequence++) {
            // Many at the same moment: the id decides.
            decide(new RoutingEvent.OfferAccepted(
                    UUID.randomUUID(), tenant, "main", sequence, at(1), UUID.randomUUID(), "amy", work));
        }
        List<String> whole = get("agent", tenant, line(customer)).extract().path("entries.id");
        assertThat(whole).hasSize(10);
        var paged = new ArrayList<String>();
        String next = null;
        do {
            var page = get(
                            "agent",
                            tenant,
                            line(customer) + "?limit=" + limit + (next == null ? "" : "&before=" + next))
                    .statusCode(200)
                    .extract();
            paged.addAll(page.<List<String>>path("entries.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void whoHasItAlreadyHearsJustThat() {
        String tag = get("agent", tenant, line(customer))
                .header("Cache-Control", "private, no-cache")
                .extract()
                .header("ETag");
        as("agent", tenant)
                .header("If-None-Match", tag)
                .get(line(customer))
                .then()
                .statusCode(304);
        note("agent", customer, "{\"text\":\"news\"}").statusCode(201);
        as("agent", tenant)
                .header("If-None-Match", tag)
                .get(line(customer))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void aDeletedNoteLeavesAMark() {
        UUID id = UUID.randomUUID();
        String body = "{\"noteId\":\"" + id + "\",\"text\":\"not for you\"}";
        note("agent", customer, body).statusCode(201);
        // Sent again it is the same note; with other words it is refused.
        note("agent", customer, body).statusCode(201).body("text", equalTo("not for you"));
        note("agent", customer, "{\"noteId\":\"" + id + "\",\"text\":\"other\"}")
                .statusCode(409);
        note("agent", stranger, body).statusCode(409);
        String path = "/api/v1/customers/" + customer.customerId() + "/notes/" + id;
        as("agent", tenant)
                .delete("/api/v1/customers/" + stranger.customerId() + "/notes/" + id)
                .then()
                .statusCode(404);
        as("agent", aTenant()).delete(path).then().statusCode(404);
        as("supervisor", tenant).delete(path).then().statusCode(204);
        as("agent", tenant).delete(path).then().statusCode(204);
        get("agent", tenant, line(customer))
                .body("entries[0].note.text", nullValue())
                .body("entries[0].note.deletedBy", equalTo("supervisor-1"))
                .body("entries[0].note.deletedAt", notNullValue());
    }

    @Test
    void anotherAgentsNoteIsNotTheirsToDelete() {
        String id =
                note("supervisor", customer, "{\"text\":\"theirs\"}").extract().path("noteId");
        String path = "/api/v1/customers/" + customer.customerId() + "/notes/" + id;
        as("agent", tenant).delete(path).then().statusCode(403);
        get("agent", tenant, line(customer)).body("entries.note.text", hasItem("theirs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\" \"}",
                "{\"text\":null}",
                "{\"text\":\"a\",\"author\":\"b\"}"
            })
    void aNoteThatSaysNothingIsRefused(String body) {
        note("agent", customer, body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"agent, 200, 201", "supervisor, 200, 201", "integration, 200, 403", "analyst, 403, 403"})
    void rolesAndTenants(String role, int reading, int writing) {
        get(role, tenant, line(customer)).statusCode(reading);
        get(role, aTenant(), line(customer)).statusCode(reading == 200 ? 404 : reading);
        note(role, customer, "{\"text\":\"x\"}").statusCode(writing);
        as(role, aTenant())
                .contentType("application/json")
                .body("{\"text\":\"x\"}")
                .post("/api/v1/customers/" + customer.customerId() + "/notes")
                .then()
                .statusCode(writing == 201 ? 404 : writing);
        given().get(line(customer)).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=nonsense", "before=MQ", "limit=0", "limit=201"})
    void nonsenseIsRefused(String query) {
        get("agent", tenant, line(customer) + "?" + query).statusCode(400).contentType("application/problem+json");
    }

    private Customer meet(Message message) {
        return done(() -> identifyMessages.take(understood(message)))
                .orElseThrow()
                .message()
                .customer();
    }

    private void decide(RoutingEvent event) {
        done(() -> followWork.take(event));
    }

    private ValidatableResponse note(String role, Customer of, String body) {
        return as(role, tenant)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/customers/" + of.customerId() + "/notes")
                .then();
    }

    private static String line(Customer of) {
        return "/api/v1/customers/" + of.customerId() + "/timeline";
    }

    private static RequestSpecification as(String role, String tenant) {
        return given().auth().oauth2(Tokens.of(role, tenant));
    }

    private static ValidatableResponse get(String role, String tenant, String path) {
        return as(role, tenant).get(path).then();
    }
}
