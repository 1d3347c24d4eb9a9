package io.switchboard.platform.parts;

import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.ProcessSpec;
import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak with the suite's realm. */
public final class KeycloakPart extends ProcessPart {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_GRACE = Duration.ofSeconds(8);
    private static final String READY = "/realms/switchboard/.well-known/openid-configuration";

    private final EngineSpace space;
    private final Path realm;
    private final int port;
    private final int managementPort;

    /** Prepares Keycloak on {@code port}, its health checks on {@code managementPort}, with the realm of a file. */
    public KeycloakPart(EngineSpace space, Path realm, int port, int managementPort) {
        super(PartName.KEYCLOAK, START_LIMIT, STOP_GRACE);
        this.space = space;
        this.realm = realm;
        this.port = port;
        this.managementPort = managementPort;
    }

    @Override
    ProcessSpec prepare() throws InterruptedException {
        try {
            Path program = KeycloakProgram.built(space);
            Path home = KeycloakHome.of(space.data(), program, realm);
            return new ProcessSpec(name().label(), command(home), home, Map.of(), space.log());
        } catch (IOException unusable) {
            throw new PartFailedException("keycloak can't be prepared: " + unusable.getMessage(), unusable);
        }
    }

    /** The options after the class path are those of Keycloak's own script, which would fork a shell around it. */
    private List<String> command(Path home) {
        return List.of(
                ProcessSpec.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Sockets.HOST,
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                // One issuer, whichever name of this machine a browser used.
                "--hostname=http://localhost:" + port);
    }

    @Override
    boolean answers() throws InterruptedException {
        return HttpCheck.passes(port, READY);
    }
}
