package io.switchboard.profile.messaging;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was changed and not told, since the service died or the broker was away, is told later. */
@ComponentTest
class TellLeftOversTest {
    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    TellLeftOvers tellLeftOvers;

    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();

    @Test
    void aMergeIsNotedUntilItIsTold() {
        UUID sam = identified();
        UUID kim = identified();
        given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"into\":\"%s\",\"reason\":\"same person\"}".formatted(kim))
                .post("/api/v1/customers/" + sam + "/merge")
                .then()
                .statusCode(200);
        await().until(() -> told(sam) == 1 && told(kim) == 1);
        await().until(() -> noted() == 0);

        // What a service leaves that dies after the change is committed.
        leave(sam, 60);
        done(tellLeftOvers::tell);
        assertThat(List.of(told(sam), told(kim))).containsExactly(2L, 2L);
        assertThat(noted()).isZero();
    }

    @Test
    void whatIsBeingToldIsLeftAlone() {
        leave(identified(), 1);
        done(tellLeftOvers::tell);
        assertThat(noted()).isEqualTo(1);
    }

    private void leave(UUID customer, int seconds) {
        database.in(
                tenant,
                session -> session.createNativeQuery(
                                "insert into source_change (tenant, change_id, customers, changed_at) values (:tenant,"
                                        + " gen_random_uuid(), array[cast(:customer as uuid)], now() -"
                                        + " make_interval(secs => :seconds))")
                        .setParameter("tenant", tenant)
                        .setParameter("customer", customer)
                        .setParameter("seconds", seconds)
                        .executeUpdate());
    }

    private long noted() {
        return database.in(
                tenant,
                session -> session.createNativeQuery(
                                "select count(*) from source_change where tenant = :tenant", Long.class)
                        .setParameter("tenant", tenant)
                        .getSingleResult());
    }

    private long told(UUID customer) {
        return broker.all(Topics.CUSTOMERS_CHANGED, tenant).stream()
                .filter(record -> record.key().equals(customer.toString()))
                .count();
    }

    private UUID identified() {
        Message message = aPrivateMessage(tenant);
        return done(() -> identifyMessages.take(understood(message)))
                .orElseThrow()
                .message()
                .customer()
                .customerId();
    }
}
