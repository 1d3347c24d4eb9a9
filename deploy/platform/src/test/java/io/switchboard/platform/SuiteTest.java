package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.Sockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines of the suite, real and together, in a checkout of their own without services. */
class SuiteTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path root;

    private final Ports ports = Ports.pickFree();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void theEnginesStartSurviveDeathsAndGoDownTogether() throws Exception {
        SuiteOptions options = inACheckoutWithoutServices();
        try (Suite suite = Suite.start(options)) {
            assertThat(suite.has(PartName.SENTIMENT)).isFalse();
            assertThat(token(suite)).contains("access_token");
            aSecondSuiteInTheSameFolderIsRefused(options);
            aKilledPartStaysDownUntilItIsRestarted(suite);
            aPartThatDiesByItselfIsStartedAgain(options);
        }
        assertThat(ports.all().keySet()).allMatch(Sockets::free);
        assertThat(options.state().pids()).isEmptyDirectory();
    }

    private void aSecondSuiteInTheSameFolderIsRefused(SuiteOptions options) {
        assertThatThrownBy(() -> Suite.start(options))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("already runs");
        assertThat(Sockets.answers(ports.redis())).isTrue();
    }

    private void aKilledPartStaysDownUntilItIsRestarted(Suite suite) throws InterruptedException {
        for (PartName part : List.of(PartName.POSTGRES, PartName.REDIS)) {
            int port = ports.of(part).getFirst();
            suite.kill(part);
            Thread.sleep(2_500);
            assertThat(Sockets.answers(port)).as(part.label()).isFalse();
            suite.restart(part);
            assertThat(Sockets.answers(port)).as(part.label()).isTrue();
        }
    }

    private void aPartThatDiesByItselfIsStartedAgain(SuiteOptions options) throws Exception {
        long pid = redisPid(options);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        await(() -> told().contains("DIED"));
        await(() -> redisPid(options) != pid && Sockets.answers(ports.redis()));
    }

    @Test
    void aServiceThatDiesWhileStartingIsNamedAndNothingIsLeftRunning() throws Exception {
        SuiteOptions options = inACheckoutWithoutServices();
        Path jar = options.checkout().service(PartName.SENTIMENT.label());
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "no jar at all");

        assertThatThrownBy(() -> Suite.start(options))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("sentiment-service ended with code 1 while starting")
                .hasMessageContaining("corrupt jarfile");
        assertThat(ports.all().keySet()).allMatch(Sockets::free);
    }

    private SuiteOptions inACheckoutWithoutServices() throws IOException {
        Checkout real = Checkout.find();
        Path deploy = Files.createDirectories(root.resolve("deploy"));
        Files.createDirectory(deploy.resolve("engines"));
        Files.createSymbolicLink(deploy.resolve("engines/target"), real.engines());
        Files.createSymbolicLink(deploy.resolve("keycloak"), real.root().resolve("deploy/keycloak"));
        Progress progress = Progress.to(new PrintStream(told, true, StandardCharsets.UTF_8));
        return new SuiteOptions(new Checkout(root), new StateFolder(root.resolve("state")), ports, true, progress);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static long redisPid(SuiteOptions options) {
        try {
            List<String> lines = Files.readAllLines(options.state().pids().resolve("redis.pid"));
            return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst());
        } catch (IOException beingWritten) {
            return 0;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("waited long enough").isNegative();
            Thread.sleep(100);
        }
    }

    private static String token(Suite suite) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(suite.addresses().tokens()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "grant_type=password&client_id=demo&username=anna&password=switchboard"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
