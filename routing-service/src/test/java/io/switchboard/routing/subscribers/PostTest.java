package io.switchboard.routing.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.switchboard.routing.subscribers.Attempt.Unreachable;
import io.vertx.core.Vertx;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's server can do to us: nothing but cost its own time. */
class PostTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger hits = new AtomicInteger();
    private HttpServer sink;

    @TempDir
    Path folder;

    @BeforeEach
    void aSink() throws IOException {
        // On every address of this machine, so that none of its names is missed.
        sink = HttpServer.create(new InetSocketAddress(0), 10);
        sink.createContext("/", exchange -> {
            hits.incrementAndGet();
            answer(exchange, 200);
        });
        sink.start();
    }

    @AfterEach
    void over() {
        sink.stop(0);
        vertx.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.1",
                "127.0.0.2",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "0",
                "0.0.0.0",
                "[::]",
                "[64:ff9b::7f00:1]",
                "LOCALHOST"
            })
    void ourOwnNetworkIsNeverCalled(String host) {
        Targets strict = new Targets(true, false);
        Attempt attempt = attempt(strict, "http://" + host + ":" + sinkPort() + "/");
        assertThat(attempt).isInstanceOf(Unreachable.class);
        assertThat(hits).hasValue(0);
    }

    @Test
    void theSinkIsThereForWhoMay() {
        assertThat(attempt(new Targets(true, true), "http://localhost:" + sinkPort() + "/"))
                .isEqualTo(new Attempt.Delivered(200));
        assertThat(hits).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws IOException {
        HttpServer lure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        lure.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + sinkPort() + "/");
            answer(exchange, status);
        });
        lure.start();
        try {
            assertThat(attempt(
                            new Targets(true, true),
                            "http://127.0.0.1:" + lure.getAddress().getPort()))
                    .isEqualTo(new Attempt.Refused(status));
            assertThat(hits).hasValue(0);
        } finally {
            lure.stop(0);
        }
    }

    @Test
    void theConnectionGoesToTheAddressThatWasCheckedAndToNoOther() {
        // No resolver knows the name: were it asked again, there would be no connection.
        assertThat(attempt(leadingHere(), "http://subscriber.example:" + sinkPort() + "/"))
                .isEqualTo(new Attempt.Delivered(200));
    }

    @Test
    void aNameThatNobodyKnowsIsTriedAgainLater() {
        assertThat(attempt(new Targets(true, true), "http://no-such-name.invalid/")
                        .reason())
                .isEqualTo(Unreachable.UNKNOWN_NAME);
    }

    @Test
    void theCertificateMustBeTrustedAndOfTheNameThoughTheAddressIsPinned() throws Exception {
        Path store = certificateOf("subscriber.example");
        HttpsServer server = https(store);
        try {
            int port = server.getAddress().getPort();
            JksOptions trust = new JksOptions().setPath(store.toString()).setPassword("changeit");
            assertThat(attempt(leadingHere(), "https://subscriber.example:" + port + "/", trust))
                    .isEqualTo(new Attempt.Delivered(200));
            assertThat(attempt(leadingHere(), "https://other.example:" + port + "/", trust)
                            .reason())
                    .isEqualTo(Unreachable.NOT_TRUSTED);
            assertThat(attempt(leadingHere(), "https://subscriber.example:" + port + "/", null)
                            .reason())
                    .isEqualTo(Unreachable.NOT_TRUSTED);
            assertThat(hits).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        try (ServerSocket server = listening()) {
            serve(server, (in, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n".getBytes(UTF_8));
                try {
                    while (true) {
                        out.write(new byte[8192]);
                    }
                } catch (IOException gone) {
                    cut.countDown();
                }
            });
            assertThat(attempt(new Targets(true, true), "http://127.0.0.1:" + server.getLocalPort()))
                    .isEqualTo(new Attempt.Delivered(200));
            assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anAnswerThatDripsDoesNotCostMoreThanTheTimeOut() throws Exception {
        try (ServerSocket server = listening()) {
            serve(server, (in, out) -> {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
                for (int i = 0; i < 100; i++) {
                    out.write(("X-" + i + ": 1\r\n").getBytes(UTF_8));
                    out.flush();
                    Thread.sleep(100);
                }
            });
            long start = System.nanoTime();
            assertThat(attempt(new Targets(true, true), "http://127.0.0.1:" + server.getLocalPort())
                            .reason())
                    .isEqualTo(Unreachable.NO_ANSWER);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(2));
        }
    }

    private Attempt attempt(Targets targets, String url) {
        return attempt(targets, url, null);
    }

    private Attempt attempt(Targets targets, String url, TrustOptions trust) {
        try {
            URI target = targets.check(url);
            return new Post(vertx, targets, TIMEOUT, trust).send(target, Map.of("webhook-id", "1"), BODY);
        } catch (Targets.NotAllowedException refused) {
            return new Unreachable(0, Unreachable.NOT_ALLOWED);
        }
    }

    /** A resolver that leads every name here, and says that it may. */
    private static Targets leadingHere() {
        return new Targets(true, true) {
            @Override
            InetAddress resolve(URI target) {
                return InetAddress.getLoopbackAddress();
            }
        };
    }

    private int sinkPort() {
        return sink.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private interface Conversation {
        void with(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static void serve(ServerSocket server, Conversation conversation) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                conversation.with(socket.getInputStream(), socket.getOutputStream());
            } catch (IOException | InterruptedException over) {
                // The test is over, or the client is gone.
            }
        });
    }

    private HttpsServer https(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            answer(exchange, 200);
        });
        server.start();
        return server;
    }

    private Path certificateOf(String name) throws Exception {
        Path store = folder.resolve("subscriber.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.exists(store)).isTrue();
        return store;
    }
}
