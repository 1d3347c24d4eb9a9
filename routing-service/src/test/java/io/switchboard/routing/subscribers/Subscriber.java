package io.switchboard.routing.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.kit.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** Another system that is told of events: a real HTTP server that can be away, broken, slow or forgetful. */
final class Subscriber implements AutoCloseable {
    /** Takes the event, and its answer is never sent. */
    static final int ANSWER_LOST = -1;
    /** Takes nothing and says nothing, until it is closed or behaves otherwise. */
    static final int HANG = -2;

    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new ArrayList<>();
    private final Map<String, Integer> openBySubject = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile ToIntFunction<Request> behaviour = _ -> 204;
    private volatile int slowMillis;
    private volatile boolean twoOfOneSubject;
    private HttpServer server;

    /** A request as it came, and how it was answered. */
    record Request(Map<String, String> headers, String body, int answer) {
        String id() {
            return headers.get("webhook-id");
        }

        String subject() {
            return headers.get("ce-subject");
        }

        long sequence() {
            try {
                return EventJson.MAPPER.readTree(body).path("sequence").asLong();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Subscriber() throws IOException {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/events?key=of-the-subscriber";
    }

    void behave(ToIntFunction<Request> behaviour) {
        this.behaviour = behaviour;
    }

    void answersAfterUpTo(int millis) {
        slowMillis = millis;
    }

    /** From now on connections are refused. */
    void goAway() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = listen(port);
    }

    /** Returns what it took, in the order in which it came; a lost answer does not mean that it was not taken. */
    synchronized List<Request> taken() {
        return requests.stream()
                .filter(r -> r.answer / 100 == 2 || r.answer == ANSWER_LOST)
                .toList();
    }

    synchronized List<Request> all() {
        return List.copyOf(requests);
    }

    /** Returns the sequences it took, for each subject. */
    Map<String, List<Long>> sequencesBySubject() {
        Map<String, List<Long>> sequences = new HashMap<>();
        taken().forEach(request -> sequences
                .computeIfAbsent(request.subject(), _ -> new ArrayList<>())
                .add(request.sequence()));
        return sequences;
    }

    int mostAtATime() {
        return mostOpen.get();
    }

    boolean hadTwoOfOneSubjectAtATime() {
        return twoOfOneSubject;
    }

    private HttpServer listen(int where) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 100);
        listening.setExecutor(threads);
        listening.createContext("/", this::handle);
        listening.start();
        return listening;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        int answer = behaviour.applyAsInt(new Request(headers, body, 0));
        var request = new Request(headers, body, answer);
        synchronized (this) {
            requests.add(request);
        }
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        if (openBySubject.merge(request.subject(), 1, Integer::sum) > 1) {
            twoOfOneSubject = true;
        }
        try {
            if (slowMillis > 0) {
                Thread.sleep(Math.floorMod(request.id().hashCode(), slowMillis));
            }
            while (answer == HANG && behaviour.applyAsInt(request) == HANG) {
                Thread.sleep(20);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            openBySubject.merge(request.subject(), -1, Integer::sum);
            open.decrementAndGet();
        }
        if (answer > 0) {
            exchange.sendResponseHeaders(answer, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        behaviour = _ -> 204;
        server.stop(0);
        threads.shutdownNow();
    }
}
