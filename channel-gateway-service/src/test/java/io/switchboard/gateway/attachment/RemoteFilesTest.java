package io.switchboard.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RemoteFilesTest {
    private static final AtomicInteger HITS = new AtomicInteger();
    private static Vertx vertx;
    private static HttpServer server;
    private static RemoteFiles files;

    @BeforeAll
    static void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                HITS.incrementAndGet();
                String path = exchange.getRequestURI().getPath();
                if (path.equals("/slow")) {
                    Thread.sleep(3000);
                }
                if (path.equals("/redirect")) {
                    exchange.getResponseHeaders().set("Location", "/small");
                    exchange.sendResponseHeaders(302, -1);
                    return;
                }
                // Length unknown: the cap must count what comes.
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[path.equals("/large") ? 5000 : 50]);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        vertx = Vertx.vertx();
        files = new RemoteFiles(vertx);
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        vertx.close();
    }

    @Test
    void aSmallFileIsFetched() {
        assertThat(fetch("127.0.0.1", "/small")).hasSize(50);
    }

    @Test
    void capsHoldAndRedirectsAreNotFollowed() {
        assertThatThrownBy(() -> fetch("127.0.0.1", "/large")).hasMessage("too-large");
        assertThatThrownBy(() -> fetch("127.0.0.1", "/slow")).hasMessage("not-fetched");
        assertThatThrownBy(() -> fetch("127.0.0.1", "/redirect")).hasMessage("not-fetched");
    }

    @Test
    void whatIsNotAllowedIsNotEvenAsked() {
        int before = HITS.get();
        for (String host : List.of("localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "0.0.0.0")) {
            assertThatThrownBy(() -> fetch(host, "/small"));
        }
        assertThat(HITS).hasValue(before);
    }

    private static byte[] fetch(String host, String path) {
        return files.fetch(
                        "http://" + host + ":" + server.getAddress().getPort() + path,
                        List.of("127.0.0.1"),
                        1000,
                        Duration.ofSeconds(1))
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
