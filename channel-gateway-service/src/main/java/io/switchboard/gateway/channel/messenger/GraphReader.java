package io.switchboard.gateway.channel.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.gateway.account.Secret;
import io.switchboard.kit.event.EventJson;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reads the Graph API: the token in a header, no redirects, answers capped in time and size. Blocks. */
@ApplicationScoped
class GraphReader {
    private static final Logger LOG = Logger.getLogger(GraphReader.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 8L << 20;
    private static final int SERVER_ERROR = 500;
    private static final int MULTIPLE_CHOICES = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String graph;

    GraphReader(GraphConfig config) {
        this.graph = GraphAddress.of(config);
    }

    /** Returns what the API tells of a node's edge. */
    JsonNode get(Secret token, String node, String edge, Map<String, String> query) throws NoAnswerException {
        // Ids come from the API: they must not lead to another path.
        String path = URLEncoder.encode(node, UTF_8) + "/" + edge;
        HttpRequest request = HttpRequest.newBuilder(URI.create(graph + path + "?" + encoded(query)))
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        HttpResponse<byte[]> response = send(request);
        return read(response.statusCode(), response.body());
    }

    /** The client's own time-out ends with the headers; this one covers the body too. */
    private HttpResponse<byte[]> send(HttpRequest request) throws NoAnswerException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            LOG.debugf("no answer: %s", e.toString());
            throw NoAnswerException.unavailable();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw NoAnswerException.unavailable();
        }
    }

    private static JsonNode read(int status, byte[] body) throws NoAnswerException {
        JsonNode answer = parse(body);
        JsonNode error = answer.path("error");
        int code = error.path("code").asInt();
        if (status < MULTIPLE_CHOICES && error.isMissingNode()) {
            if (!answer.isObject()) {
                throw NoAnswerException.unreadable();
            }
            return answer;
        }
        LOG.debugf("answered %d, error %d", status, code);
        if (GraphAnswers.isLimit(status, code)) {
            throw NoAnswerException.limited();
        }
        throw status >= SERVER_ERROR ? NoAnswerException.unavailable() : NoAnswerException.refused();
    }

    private static JsonNode parse(byte[] body) {
        try {
            return EventJson.MAPPER.readTree(body);
        } catch (IOException e) {
            return EventJson.MAPPER.missingNode();
        }
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
