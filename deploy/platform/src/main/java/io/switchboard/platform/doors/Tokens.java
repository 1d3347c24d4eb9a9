package io.switchboard.platform.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Gets tokens from Keycloak as programs do.
 *
 * @param endpoint where tokens are asked for
 */
public record Tokens(String endpoint) {

    /** Returns an access token of a user of the local realm. */
    public String ofUser(String user) throws InterruptedException {
        return ask(
                "grant_type=password&client_id=demo&username=" + encode(user) + "&password=switchboard&scope=openid");
    }

    /** Returns an access token of a client that signs in for itself. */
    public String ofClient(String client, String secret) throws InterruptedException {
        return ask("grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret));
    }

    private String ask(String form) throws InterruptedException {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Keycloak gives no token: " + answer.statusCode());
        }
        return Http.parse(answer.body()).get("access_token").asText();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
