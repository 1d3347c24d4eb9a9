package io.switchboard.routing.subscribers.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A light client: reads the lines of a stream of server-sent events. */
final class Viewer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    Viewer(URI events, String token, Long lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(events).header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", String.valueOf(lastEventId));
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            response.body().forEach(line -> {
                synchronized (lines) {
                    lines.add(line);
                }
            });
            over.complete(null);
        } catch (RuntimeException closed) {
            over.completeExceptionally(closed);
        }
    }

    int status() {
        return response.statusCode();
    }

    /** Completes when the server ended the stream in good order. */
    CompletableFuture<Void> over() {
        return over;
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Returns what follows {@code field} in every line that has it. */
    List<String> all(String field) {
        return lines().stream()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
