package io.switchboard.platform.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fake provider's HTTP server: the Graph API, and below {@code /_test} what only tests ask for. */
public final class GraphServer {
    private static final Pattern GRAPH_PATH = Pattern.compile("/v\\d+\\.\\d+/([^/]+)/(messages|comments)");
    private static final Pattern LIST_PATH = Pattern.compile("/v\\d+\\.\\d+/([^/]+)/(conversations|feed)");
    private static final Pattern ATTACHMENT_PATH = Pattern.compile("/_test/attachments/([^/]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Pages pages;
    private final SendCheck check;
    private final Failures failures = new Failures();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    private GraphServer(HttpServer server, Pages pages) {
        this.server = server;
        this.pages = pages;
        this.check = new SendCheck(pages, () -> UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Starts a provider that knows {@code pages} on {@code port}; 0 picks a free one.
     *
     * @throws IOException when the port is taken
     */
    public static GraphServer start(int port, Pages pages) throws IOException {
        HttpServer http = HttpServer.create(Sockets.address(port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        GraphServer server = new GraphServer(http, pages);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. */
    public void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            return switch (exchange.getRequestMethod()) {
                case "GET" -> get(path, exchange);
                case "POST" -> post(path, exchange);
                default -> Reply.of(GraphError.unknownPath(path));
            };
        } catch (JsonProcessingException notJson) {
            return Reply.of(GraphError.badParameter("The body is not JSON"));
        }
    }

    private Reply get(String path, HttpExchange exchange) throws IOException {
        if (path.equals("/_test/sent")) {
            return Reply.json(200, sent);
        }
        Matcher list = LIST_PATH.matcher(path);
        if (list.matches()) {
            return list(list.group(1), AccessToken.of(exchange));
        }
        Matcher attachment = ATTACHMENT_PATH.matcher(path);
        if (attachment.matches()) {
            return Attachments.named(attachment.group(1))
                    .map(file -> new Reply(200, file.type(), file.bytes()))
                    .orElseGet(() -> new Reply(404, "text/plain", new byte[0]));
        }
        return Reply.of(GraphError.unknownPath(path));
    }

    /** Nobody writes to these pages but by webhook. */
    private Reply list(String page, String token) throws IOException {
        return pages.of(token, page).isPresent()
                ? Reply.json(200, Map.of("data", List.of()))
                : Reply.of(GraphError.badToken());
    }

    private Reply post(String path, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Matcher graph = GRAPH_PATH.matcher(path);
        if (graph.matches()) {
            return graph(graph.group(1), graph.group(2), AccessToken.of(exchange), JSON.readTree(body));
        }
        return switch (path) {
            case "/_test/fail" -> {
                failures.order(JSON.readValue(body, Failures.Order.class));
                yield done();
            }
            case "/_test/pages" -> {
                pages.add(JSON.readValue(body, Page.class));
                yield done();
            }
            default -> Reply.of(GraphError.unknownPath(path));
        };
    }

    private static Reply done() {
        return new Reply(204, "text/plain", new byte[0]);
    }

    private Reply graph(String object, String edge, String token, JsonNode body) {
        Outcome outcome =
                edge.equals("messages") ? check.message(object, token, body) : check.comment(object, token, body);
        return switch (outcome) {
            case Outcome.Refused(GraphError error) -> Reply.of(error);
            case Outcome.Accepted(Sent accepted) -> accept(accepted);
        };
    }

    private Reply accept(Sent accepted) {
        OptionalInt failure = failures.next(accepted.recipient());
        if (failure.isPresent()) {
            return Reply.of(GraphError.injected(failure.getAsInt()));
        }
        sent.add(accepted);
        return Reply.json(200, Receipt.of(accepted));
    }
}
