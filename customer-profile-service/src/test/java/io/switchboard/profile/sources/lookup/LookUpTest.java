package io.switchboard.profile.sources.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.profile.sources.LookupSetting;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.lookup.LiveAnswer.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookUpTest {
    private final LookUp lookUp = new LookUp(new SimpleMeterRegistry());
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String body = "{\"openInvoices\":2}";
    private volatile boolean stalls;
    private HttpServer system;

    @BeforeEach
    void start() throws IOException {
        system = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        system.setExecutor(Executors.newCachedThreadPool());
        system.createContext("/", this::answer);
        system.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        synchronized (asked) {
            asked.add(exchange.getRequestURI().getRawPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
        }
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
        exchange.sendResponseHeaders(status.get(), stalls ? 100 : body.getBytes(UTF_8).length);
        try {
            if (stalls) {
                // The head is there at once, the rest never.
                end.await();
            }
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        system.stop(0);
    }

    @Test
    void anAnswerIsGivenAsItCameAndAgainWithoutAsking() {
        LiveAnswer answer = ask("4711");
        assertThat(answer.state()).isEqualTo(State.ANSWERED);
        assertThat(answer.answer().get("openInvoices").asInt()).isEqualTo(2);
        assertThat(ask("4711")).isEqualTo(answer);
        assertThat(asked).containsExactly("/customers/4711 Bearer t");
    }

    @ParameterizedTest
    @CsvSource({
        "../admin, /customers/..%2Fadmin",
        "a b+c, /customers/a%20b%2Bc",
        "x?y=1#z, /customers/x%3Fy%3D1%23z",
        "@evil.example/, /customers/%40evil.example%2F",
    })
    void anIdStaysOnePartOfThePath(String id, String path) {
        assertThat(ask(id).state()).isEqualTo(State.ANSWERED);
        assertThat(asked).containsExactly(path + " Bearer t");
    }

    @ParameterizedTest
    @CsvSource({"'', nothing", "., nothing", ".., nothing"})
    void whatCanNotBeAskedForIsNotAskedFor(String id) {
        assertThat(ask(id).state()).isEqualTo(State.NOTHING);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, NOTHING", "302, FAILED", "500, FAILED", "401, FAILED"})
    void whateverItAnswersIsAState(int code, State state) {
        status.set(code);
        assertThat(ask("4711").state()).isEqualTo(state);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsNoJsonOrTooLargeFails() {
        body = "<html>";
        assertThat(ask("1").state()).isEqualTo(State.FAILED);
        body = "{\"x\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(ask("2").state()).isEqualTo(State.FAILED);
    }

    @Test
    void aSlowSystemCostsItsTimeLimitAndThenRests() {
        stalls = true;
        long start = System.nanoTime();
        assertThat(ask("1").state()).isEqualTo(State.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        for (int i = 2; i <= 5; i++) {
            assertThat(ask("" + i).state()).isEqualTo(State.TIMEOUT);
        }
        assertThat(ask("6").state()).isEqualTo(State.RESTING);
        assertThat(asked).hasSize(5);
    }

    @Test
    void afterARestOneTries() {
        var now = new AtomicLong();
        Breaker breaker = new Breaker(now::get);
        for (int i = 0; i < 5; i++) {
            assertThat(breaker.mayAsk()).isTrue();
            breaker.failed();
        }
        assertThat(breaker.mayAsk()).isFalse();
        now.set(TimeUnit.SECONDS.toNanos(31));
        assertThat(breaker.mayAsk()).isTrue();
        assertThat(breaker.mayAsk()).isFalse();
        breaker.answered();
        assertThat(breaker.mayAsk()).isTrue();
    }

    private LiveAnswer ask(String id) {
        var setting = new LookupSetting(
                "http://127.0.0.1:" + port() + "/customers/{id}",
                Map.of("Authorization", "Bearer t"),
                Duration.ofMillis(300),
                Duration.ofMinutes(5));
        return lookUp.ask(source(setting), setting, Map.of("id", id)).await().atMost(Duration.ofSeconds(5));
    }

    private int port() {
        return system.getAddress().getPort();
    }

    private static Source source(LookupSetting setting) {
        return new Source(
                "billing",
                "acme",
                "main",
                1,
                JsonPointer.compile("/id"),
                Optional.empty(),
                ',',
                Map.of(),
                Set.of(),
                Optional.of(setting));
    }
}
