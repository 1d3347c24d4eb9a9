package io.switchboard.bench.routing;

import io.switchboard.platform.Checkout;
import io.switchboard.platform.parts.HttpCheck;
import io.switchboard.platform.process.ChildProcess;
import io.switchboard.platform.process.ProcessSpec;
import io.switchboard.platform.process.Sockets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One routing-service in a JVM of its own. */
final class Replica {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String HEAP = "-Xmx1g";

    private final ProcessSpec spec;
    private final int managementPort;
    private @Nullable ChildProcess process;

    Replica(String instance, Path folder, String brokers, String redis, int standbys) {
        List<Integer> ports = Sockets.pickFree(2);
        managementPort = ports.get(1);
        Path jar = Checkout.find().service("routing-service");
        List<String> command = List.of(
                ProcessSpec.java(),
                HEAP,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
        // Routing decides without its database: none is started.
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(ports.get(0)),
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(managementPort),
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers,
                "QUARKUS_REDIS_HOSTS",
                redis,
                "QUARKUS_OIDC_ENABLED",
                "true",
                "SWITCHBOARD_INSTANCE",
                instance,
                "SWITCHBOARD_STANDBYS",
                String.valueOf(standbys),
                "SWITCHBOARD_STATE_DIR",
                folder.resolve("state-" + instance).toString());
        spec = new ProcessSpec(
                instance, command, folder.resolve(instance), environment, folder.resolve(instance + ".log"));
    }

    /** Returns when it is ready. */
    void start() throws InterruptedException {
        ChildProcess started = ChildProcess.start(spec);
        process = started;
        started.awaitReady(() -> HttpCheck.passes(managementPort, "/q/health/ready"), START_LIMIT);
    }

    /** Ends it as kill -9 does. */
    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Returns the CPU time it has used. */
    Duration cpu() {
        return process == null
                ? Duration.ZERO
                : process.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
