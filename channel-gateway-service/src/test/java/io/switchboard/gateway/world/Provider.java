package io.switchboard.gateway.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider over real HTTP that answers as a test has scripted, and remembers what it was asked. */
public final class Provider {
    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=([^&]*)");

    private final Queue<Answer> script = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> told = new ConcurrentHashMap<>();
    private final List<Request> looks = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** What it was asked. */
    public record Request(String method, String path, String authorization, String body) {}

    /** What it answers, and after what time. */
    public record Answer(int status, String body, String retryAfter, Duration after) {
        public static Answer of(int status, String body) {
            return new Answer(status, body, null, Duration.ZERO);
        }
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    /** Returns its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Forgets everything. */
    public synchronized void reset() {
        script.clear();
        requests.clear();
        told.clear();
        looks.clear();
    }

    /** Tells this from now on when asked for a node's edge, from the cursor {@code after} on or, if null, from the begin. */
    public Provider tell(String edge, String after, Answer answer) {
        told.put(edge + " " + after, answer);
        return this;
    }

    /** Returns what it was asked to tell; other tests' requests are not among these, nor these among them. */
    public List<Request> looks() {
        return List.copyOf(looks);
    }

    /** Gives the answer to the next request that no earlier one is for; without any, it accepts. */
    public synchronized Provider then(Answer answer) {
        script.add(answer);
        return this;
    }

    /** Returns what it was asked so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = next(exchange);
            Thread.sleep(answer.after());
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            if (exchange.getRequestURI().getPath().startsWith("/redirect")) {
                exchange.getResponseHeaders().set("Location", url() + "/files/secret");
            }
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer next(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Request request = new Request(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (request.method().equals("GET") && path.startsWith("/v23.0/")) {
            return tell(request, exchange.getRequestURI().getQuery());
        }
        requests.add(request);
        if (path.startsWith("/files/")) {
            return Answer.of(200, "the file " + path);
        }
        if (path.startsWith("/redirect")) {
            return Answer.of(302, "");
        }
        Answer scripted = script.poll();
        return scripted == null
                ? Answer.of(200, "{\"recipient_id\":\"1\",\"message_id\":\"m_out_" + requests.size() + "\"}")
                : scripted;
    }

    private Answer tell(Request request, String query) {
        looks.add(new Request(request.method(), request.path() + "?" + query, request.authorization(), ""));
        Matcher after = AFTER.matcher(query);
        String edge = request.path().substring("/v23.0/".length());
        return told.getOrDefault(edge + " " + (after.find() ? after.group(1) : null), Answer.of(200, "{\"data\":[]}"));
    }
}
