package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of customers, who may say it, and who hears of it. */
@ComponentTest
class StandingApiTest {
    private static final String ALL = """
            {"standing":"VIP","value":1250.50,"tier":"gold","language":"de","doNotContact":true,"vulnerable":true}""";

    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    Broker broker;

    private final String tenant = aTenant();
    private final Message message = aPrivateMessage(tenant);
    private UUID id;

    @BeforeEach
    void aCustomerWrote() {
        id = identified(message).customerId();
    }

    @Test
    void whatIsSaidIsKeptToldAndHandedToRouting() {
        put("standing", ALL).statusCode(200).header("ETag", "\"2\"");
        get("").body("value", equalTo(1250.5f))
                .body("tier", equalTo("gold"))
                .body("language", equalTo("de"))
                .body("doNotContact", equalTo(true))
                .body("vulnerable", equalTo(true))
                .body("openMatters", equalTo(1))
                .body("firstContactAt", equalTo(message.receivedAt().toString()));
        Customer handed = identified(message);
        assertThat(handed.value()).isEqualByComparingTo(new BigDecimal("1250.5"));
        assertThat(handed.tier()).isEqualTo("gold");
        assertThat(handed.vulnerable()).isTrue();
        await().until(() -> !broker.all(Topics.CUSTOMERS_CHANGED, tenant).isEmpty());
        var told = EventJson.read(
                broker.all(Topics.CUSTOMERS_CHANGED, tenant).getFirst().value(), CustomerChanged.class);
        assertThat(told.customer().tier()).isEqualTo("gold");
        assertThat(told.mergedInto()).isNull();
    }

    @Test
    void whatIsLeftOutStaysAndTheSameTwiceChangesNothing() {
        put("standing", ALL).statusCode(200);
        put("standing", ALL).statusCode(200).header("ETag", "\"2\"");
        put("standing", "{\"standing\":\"STANDARD\"}")
                .body("standing", equalTo("STANDARD"))
                .body("tier", equalTo("gold"))
                .body("vulnerable", equalTo(true));
        put("standing", "{\"standing\":\"STANDARD\",\"tier\":\"\",\"language\":\"und\"}")
                .body("tier", equalTo(null))
                .body("language", equalTo("en"));
    }

    @Test
    void whoIsMergedIsToldUnderBothIds() {
        UUID other = identified(aPrivateMessage(tenant)).customerId();
        given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"into\":\"" + other + "\",\"reason\":\"the same\"}")
                .post("/api/v1/customers/" + id + "/merge")
                .then()
                .statusCode(200);
        await().until(() -> broker.all(Topics.CUSTOMERS_CHANGED, tenant).size() == 2);
        for (var record : broker.all(Topics.CUSTOMERS_CHANGED, tenant)) {
            var told = EventJson.read(record.value(), CustomerChanged.class);
            assertThat(told.customer().customerId()).hasToString(record.key());
            assertThat(told.mergedInto()).isEqualTo(record.key().equals(id.toString()) ? other : null);
        }
    }

    @Test
    void theLatestWordOnConsentHolds() {
        put("consent/email", "{\"granted\":true,\"at\":\"2026-01-02T00:00:00Z\"}")
                .statusCode(200)
                .body("consents.channel", contains("email"))
                .body("consents[0].granted", equalTo(true))
                .body("consents[0].by", equalTo("supervisor-1"));
        put("consent/email", "{\"granted\":false,\"at\":\"2026-01-01T00:00:00Z\"}")
                .body("consents[0].granted", equalTo(true));
        put("consent/email", "{\"granted\":false}").body("consents[0].granted", equalTo(false));
        given().auth()
                .oauth2(Tokens.of("supervisor", tenant))
                .get("/api/v1/customers/" + id + "/identity/changes")
                .then()
                .body("changes.what", contains("CONSENT", "CONSENT", "CONSENT"))
                .body("changes[0].evidence.channel", equalTo("email"));
    }

    @Test
    void nobodyHasSaidWhatIsOfTheFuture() {
        put("consent/email", "{\"granted\":true,\"at\":\"2126-01-02T00:00:00Z\"}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("future"));
        get("").body("consents", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"standing\":\"VIP\",\"value\":\"much\"}",
                "{\"standing\":\"VIP\",\"value\":1234567890123456}",
                "{\"standing\":\"VIP\",\"value\":1.23456}",
                "{\"standing\":\"VIP\",\"language\":\"German\"}",
                "{\"standing\":\"VIP\",\"tier\":\"0123456789012345678901234567890123456789012345678901234567890\"}",
                "{\"standing\":\"VIP\",\"churnRisk\":1}",
            })
    void whatIsNoStandingIsRefused(String body) {
        put("standing", body).statusCode(400).contentType("application/problem+json");
        get("").body("standing", equalTo("STANDARD"));
    }

    @ParameterizedTest
    @CsvSource({"E-Mail, {\"granted\":true}", "email, {}", "email, {\"granted\":null}"})
    void whatIsNoConsentIsRefused(String channel, String body) {
        put("consent/" + channel, body).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"agent, 403", "analyst, 403", "supervisor, 200", "integration, 200"})
    void onlySomeRolesWriteConsentDown(String role, int status) {
        put(role, tenant, "consent/sms", "{\"granted\":true}").statusCode(status);
        put(role, aTenant(), "consent/sms", "{\"granted\":true}").statusCode(status == 200 ? 404 : status);
    }

    private ValidatableResponse put(String what, String body) {
        return put("supervisor", tenant, what, body);
    }

    private ValidatableResponse put(String role, String tenant, String what, String body) {
        return given().auth()
                .oauth2(Tokens.of(role, tenant))
                .contentType("application/json")
                .body(body)
                .put("/api/v1/customers/" + id + "/" + what)
                .then();
    }

    private ValidatableResponse get(String what) {
        return given().auth()
                .oauth2(Tokens.of("agent", tenant))
                .get("/api/v1/customers/" + id + what)
                .then()
                .statusCode(200);
    }

    private Customer identified(Message written) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> identifyMessages.take(understood(written)))
                    .orElseThrow()
                    .message()
                    .customer();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
