package io.switchboard.platform.parts;

import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a part over HTTP whether it is ready. */
public final class HttpCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private HttpCheck() {}

    /** Returns whether {@code path} at {@code port} of this machine answers 200. */
    public static boolean passes(int port, String path) throws InterruptedException {
        if (!Sockets.answers(port)) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + Sockets.HOST + ":" + port + path))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
