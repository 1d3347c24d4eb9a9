package io.switchboard.platform.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphServerTest {
    private static final String HELLO = """
            {"recipient": {"id": "person-1"}, "messaging_type": "RESPONSE", "message": {"text": "Hello"}}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private GraphServer server;

    @BeforeEach
    void start() throws Exception {
        server = GraphServer.start(0, new Pages(List.of(new Page("7", "token-of-7"), new Page("8", "token-of-8"))));
    }

    @AfterEach
    void stop() {
        server.stop();
        client.close();
    }

    @Test
    void aGoodMessageIsAcceptedAndKeptForTests() throws Exception {
        var answer = post("/v23.0/7/messages?access_token=token-of-7", HELLO);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("recipient_id").asText()).isEqualTo("person-1");
        assertThat(json(answer).path("message_id").asText()).startsWith("m_");
        JsonNode sent = json(get("/_test/sent"));
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path("text").asText()).isEqualTo("Hello");
    }

    @Test
    void aBearerTokenServesAsWell() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/v23.0/7/messages"))
                .header("Authorization", "Bearer token-of-7")
                .POST(HttpRequest.BodyPublishers.ofString(HELLO))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aPageTellsItsOwnThatNobodyWrote() throws Exception {
        for (String list : List.of("conversations", "feed")) {
            assertThat(json(get("/v23.0/7/" + list + "?fields=id&access_token=token-of-7"))
                            .path("data")
                            .isArray())
                    .isTrue();
            assertThat(get("/v23.0/7/" + list + "?access_token=token-of-8").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void noTokenAndAnotherPagesTokenAreRefused() throws Exception {
        for (String path : List.of("/v23.0/7/messages", "/v23.0/7/messages?access_token=token-of-8")) {
            var answer = post(path, HELLO);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).path("error").path("code").asInt()).isEqualTo(190);
            assertThat(json(answer).path("error").path("type").asText()).isEqualTo("OAuthException");
            assertThat(json(answer).path("error").path("fbtrace_id").asText()).isNotEmpty();
        }
        assertThat(json(get("/_test/sent"))).isEmpty();
    }

    @Test
    void whatMetaRefusesIsRefused() throws Exception {
        for (String body : List.of(
                "not json",
                "{}",
                "{\"messaging_type\": \"RESPONSE\", \"message\": {\"text\": \"Hello\"}}",
                "{\"recipient\": {\"id\": \"1\"}, \"message\": {\"text\": \"Hello\"}}",
                "{\"recipient\": {\"id\": \"1\"}, \"messaging_type\": \"RESPONSE\", \"message\": {\"text\": \"\"}}",
                message("a".repeat(2001)))) {
            var answer = post("/v23.0/7/messages?access_token=token-of-7", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(json(answer).path("error").path("code").asInt()).isEqualTo(100);
        }
        assertThat(json(get("/_test/sent"))).isEmpty();
    }

    @Test
    void theLongestTextIsCountedInCharactersThatPeopleSee() throws Exception {
        assertThat(post("/v23.0/7/messages?access_token=token-of-7", message("😀".repeat(2000)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerToACommentGetsAnIdOfItsOwn() throws Exception {
        var answer = post("/v23.0/11_22/comments?access_token=token-of-7", "{\"message\": \"We look into it\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("id").asText()).startsWith("11_").isNotEqualTo("11_22");
        assertThat(json(get("/_test/sent")).get(0).path("kind").asText()).isEqualTo("comment");
    }

    @Test
    void anOrderedFailureHitsOneRecipientAsOftenAsOrdered() throws Exception {
        assertThat(post("/_test/fail", "{\"recipient\": \"person-1\", \"status\": 429, \"times\": 2}")
                        .statusCode())
                .isEqualTo(204);
        String path = "/v23.0/7/messages?access_token=token-of-7";

        assertThat(post(path, message("to another")).statusCode()).isEqualTo(200);
        var first = post(path, HELLO);
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).isPresent();
        assertThat(post(path, HELLO).statusCode()).isEqualTo(429);
        assertThat(post(path, HELLO).statusCode()).isEqualTo(200);
        assertThat(json(get("/_test/sent"))).hasSize(2);
    }

    @Test
    void aPageThatATestAddsIsKnown() throws Exception {
        post("/_test/pages", "{\"id\": \"9\", \"token\": \"token-of-9\"}");

        assertThat(post("/v23.0/9/messages?access_token=token-of-9", HELLO).statusCode())
                .isEqualTo(200);
    }

    @Test
    void attachmentsAreRealFiles() throws Exception {
        assertThat(get("/_test/attachments/receipt.pdf").body()).startsWith("%PDF-");
        assertThat(get("/_test/attachments/photo.png").headers().firstValue("Content-Type"))
                .hasValue("image/png");
        assertThat(get("/_test/attachments/program.exe").statusCode()).isEqualTo(404);
    }

    private static String message(String text) {
        return "{\"recipient\": {\"id\": \"1\"}, \"messaging_type\": \"RESPONSE\", \"message\": {\"text\": \"" + text
                + "\"}}";
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(at(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
