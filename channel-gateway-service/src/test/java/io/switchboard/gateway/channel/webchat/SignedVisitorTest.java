package io.switchboard.gateway.channel.webchat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Topic;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A website says who has signed in; nobody else can. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class SignedVisitorTest {
    private static final String ORIGIN = "http://localhost:8080";

    @TestHTTPResource
    URI server;

    @Inject
    MeterRegistry metrics;

    private final String user = "user-" + UUID.randomUUID();

    @Test
    void whoSignedInIsSaidOnEveryMessage() throws Exception {
        JsonPath anonymous = welcome(null, null);
        JsonPath visitor = welcome(
                anonymous.getString("token"),
                Website.identity(
                        user,
                        Map.of(
                                "name", "Mia López",
                                "account_number", "KD-4711-0815",
                                "email", "Mia@Mail.example",
                                "email_verified", true,
                                "phone_number", "+49 30 901820",
                                "phone_number_verified", true)));
        Message message = said(visitor, 1).getFirst();
        assertThat(message.handle()).isEqualTo(visitor.getString("visitorId"));
        assertThat(message.handleName()).isEqualTo("Mia López");
        assertThat(message.tenant()).isEqualTo("acme");
        assertThat(message.signedIdentity())
                .isEqualTo(new SignedIdentity(
                        user, "KD-4711-0815", "Mia@Mail.example", "+49 30 901820", anonymous.getString("visitorId")));
    }

    @Test
    void whatTheWebsiteHasNotVerifiedIsNotPassedOn() throws Exception {
        JsonPath visitor = welcome(
                null,
                Website.identity(
                        user,
                        Map.of("email", "mia@mail.example", "phone_number", "030", "phone_number_verified", false)));
        assertThat(said(visitor, 1).getFirst().signedIdentity())
                .isEqualTo(new SignedIdentity(user, null, null, null, null));
    }

    @Test
    void anAnonymousVisitorsMessagesSayNothing() throws Exception {
        assertThat(said(welcome(null, null), 1).getFirst().signedIdentity()).isNull();
    }

    @Test
    void twoDevicesOfOnePersonAreOneVisitorInOneConversation() throws Exception {
        JsonPath phone = welcome(null, Website.identity(user, Map.of()));
        JsonPath laptop = welcome(null, Website.identity(user, Map.of("name", "Mia")));
        assertThat(phone.getString("visitorId")).isEqualTo(laptop.getString("visitorId"));
        assertThat(said(phone, 1).getFirst().conversationId())
                .isEqualTo(said(laptop, 1).getFirst().conversationId());
        assertThat(welcome(null, Website.identity(user + "0", Map.of())).getString("visitorId"))
                .isNotEqualTo(phone.getString("visitorId"));
    }

    @Test
    void whoComesBackWithoutAnIdentityIsNotThatPerson() {
        JsonPath signedIn = welcome(null, Website.identity(user, Map.of()));
        assertThat(welcome(signedIn.getString("token"), null).getString("visitorId"))
                .isNotEqualTo(signedIn.getString("visitorId"));
    }

    @Test
    void anAnonymousTokenGainsNobodysIdentityAndIsKeptAsItIs() throws Exception {
        JsonPath anonymous = welcome(null, null);
        JsonPath signedIn = welcome(anonymous.getString("token"), Website.identity(user, Map.of()));
        assertThat(signedIn.getString("visitorId")).isNotEqualTo(anonymous.getString("visitorId"));
        assertThat(said(anonymous, 1).getFirst().signedIdentity()).isNull();
        assertThat(welcome(anonymous.getString("token"), null).getString("visitorId"))
                .isEqualTo(anonymous.getString("visitorId"));
        // Another one's token beside an identity: the identity alone says who they are, and whose device it is, nobody.
        JsonPath other = welcome(signedIn.getString("token"), Website.identity(user + "0", Map.of()));
        assertThat(said(other, 1).getFirst().signedIdentity())
                .isEqualTo(new SignedIdentity(user + "0", null, null, null, null));
    }

    @Test
    void aTokenCanNotBeGivenAnotherIdentity() {
        String[] mine = welcome(null, Website.identity(user, Map.of()))
                .getString("token")
                .split("\\.");
        String[] others = welcome(null, Website.identity(user + "0", Map.of()))
                .getString("token")
                .split("\\.");
        String[] anonymous = welcome(null, null).getString("token").split("\\.");
        for (List<String> forged : List.of(
                List.of("v1", mine[1], mine[2], others[3], mine[4]),
                List.of("v1", others[1], mine[2], mine[3], mine[4]),
                List.of("v1", mine[1], mine[2], mine[4]),
                List.of("v1", mine[1], anonymous[2], anonymous[3]),
                List.of("v1", anonymous[1], anonymous[2], mine[3], anonymous[3]))) {
            assertThatThrownBy(() -> open(String.join(".", forged)))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refusal -> assertThat(refusal.getResponse().statusCode())
                                    .isEqualTo(401));
        }
    }

    @Test
    void aSessionEndsWithItsIdentity() throws Exception {
        // Over by its own clock, good for a moment by ours: clocks differ by up to half a minute.
        long almostOver = Instant.now().getEpochSecond() - 27;
        JsonPath visitor = welcome(null, Website.identity(user, Map.of("exp", almostOver)));
        try (var browser = open(visitor.getString("token"))) {
            browser.hear("ready", 0);
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(browser::isClosed);
        }
        assertThatThrownBy(() -> open(visitor.getString("token")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    static Stream<Arguments> forgeries() {
        long now = Instant.now().getEpochSecond();
        String good = Website.identity("u", Map.of());
        String[] parts = good.split("\\.");
        return Stream.of(
                bad("another secret", "signature", Website.signed("HS256", claims(Map.of()), "x".repeat(40))),
                bad("the token's secret", "signature", Website.signed("HS256", claims(Map.of()), tokenSecret())),
                bad(
                        "other claims under the same signature",
                        "signature",
                        parts[0] + "." + Website.base64(EventJson.text(claims(Map.of("sub", "admin")))) + "."
                                + parts[2]),
                bad("a changed signature", "signature", good.substring(0, good.length() - 4) + "AAAA"),
                bad("no signature", "signature", parts[0] + "." + parts[1] + "."),
                bad("alg none", "algorithm", Website.signed("none", claims(Map.of()), "")),
                bad(
                        "alg none with the signature of HS256",
                        "algorithm",
                        Website.signed("none", claims(Map.of()), "") + parts[2]),
                bad("HS512", "algorithm", Website.signed("HS512", claims(Map.of()), Website.SECRET + Website.SECRET)),
                bad("RS256 with the secret", "algorithm", Website.signed("RS256", claims(Map.of()), Website.SECRET)),
                bad("another widget's", "audience", Website.identity("u", Map.of("aud", "globex-web"))),
                bad("nobody's", "audience", Website.identity("u", without("aud"))),
                bad("over", "expired", Website.identity("u", Map.of("exp", now - 60))),
                bad("endless", "lifetime", Website.identity("u", without("exp"))),
                bad("too long", "lifetime", Website.identity("u", Map.of("exp", now + 2 * 3600))),
                bad("not yet", "early", Website.identity("u", Map.of("nbf", now + 200))),
                bad("nobody", "claims", Website.identity("u", without("sub"))),
                bad("a blank", "claims", Website.identity(" ", Map.of())),
                bad("a control character", "claims", Website.identity("u\u0000", Map.of())),
                bad("a very long name", "claims", Website.identity("u", Map.of("name", "x".repeat(256)))),
                bad("a number for a mail address", "claims", Website.identity("u", Map.of("email", 7))),
                bad("verified as a word", "claims", Website.identity("u", Map.of("email_verified", "true"))),
                bad("exp as a word", "claims", Website.identity("u", Map.of("exp", "soon"))),
                bad("no JSON", "malformed", Website.signed("HS256", "x", Website.SECRET)),
                bad(
                        "a claim twice",
                        "malformed",
                        Website.signed("HS256", "{\"sub\":\"a\",\"sub\":\"b\"}", Website.SECRET)),
                bad("nothing", "malformed", ""),
                bad("no JWT", "malformed", "hello"),
                bad("five parts, as if encrypted", "algorithm", good + ".a.b"),
                bad("a giant", "malformed", "a".repeat(20_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aBadIdentityIsRefusedAndNobodyIsLetIn(String what, String reason, String identity) {
        String token = welcome(null, null).getString("token");
        double before = refused(reason);
        for (String beside : new String[] {null, token}) {
            ask("acme-web", beside, identity)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("reason", equalTo(reason))
                    .body("token", equalTo(null));
        }
        assertThat(refused(reason)).isEqualTo(before + 2);
    }

    @Test
    void aWidgetWithoutASecretTakesNoIdentities() {
        String identity = Website.signed("HS256", claims(Map.of("aud", "globex-web")), Website.SECRET);
        ask("globex-web", null, identity).statusCode(401).body("reason", equalTo("unwanted"));
        ask("globex-web", null, null).statusCode(200);
    }

    @Test
    void anIdentityDoesNotOpenOtherWebsitesNorSockets() {
        String identity = Website.identity(user, Map.of());
        given().header("Origin", "http://evil.example")
                .contentType("application/json")
                .body(Map.of("identity", identity))
                .post("/chat/acme-web/visitors")
                .then()
                .statusCode(403);
        assertThatThrownBy(() -> open(identity)).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private static Arguments bad(String what, String reason, String identity) {
        return Arguments.of(what, reason, identity);
    }

    private static Map<String, Object> claims(Map<String, Object> more) {
        return Website.claims("u", more);
    }

    private static Map<String, Object> without(String claim) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put(claim, null);
        return nothing;
    }

    private static String tokenSecret() {
        return "local-acme-widget-token-secret";
    }

    private double refused(String reason) {
        return metrics.counter("switchboard.webhooks.refused", "channel", "webchat", "reason", "identity-" + reason)
                .count();
    }

    /** Says something {@code times} times; returns what was published of it. */
    private List<Message> said(JsonPath visitor, int times) throws Exception {
        try (var received = Topic.fromNowOn(Topics.MESSAGES_RECEIVED);
                var browser = open(visitor.getString("token"))) {
            browser.hear("ready", 0);
            for (int time = 0; time < times; time++) {
                browser.say("{\"type\":\"message\",\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"Hello\"}");
                browser.hear("ack", time);
            }
            return received.events(times, MessageReceived.class).stream()
                    .map(MessageReceived::message)
                    .toList();
        }
    }

    private Browser open(String token) throws Exception {
        return Browser.open(server, "acme-web", ORIGIN, token);
    }

    private static JsonPath welcome(String token, String identity) {
        return ask("acme-web", token, identity).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse ask(String widget, String token, String identity) {
        Map<String, Object> body = new HashMap<>();
        body.put("token", token);
        body.put("identity", identity);
        return given().header("Origin", ORIGIN)
                .contentType("application/json")
                .body(body)
                .post("/chat/" + widget + "/visitors")
                .then();
    }
}
