package io.switchboard.platform.parts;

import io.switchboard.platform.process.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the four services, packaged, in its own JVM. */
public final class ServicePart extends ProcessPart {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    /** Enough to finish what is in hand; a service that is cut off loses nothing, it reads its records again. */
    private static final Duration STOP_GRACE = Duration.ofSeconds(3);

    private final Path jar;
    private final Path home;
    private final Path log;
    private final int managementPort;
    private final Map<String, String> environment;

    /**
     * Prepares a service.
     *
     * @param jar its {@code quarkus-run.jar}
     * @param home its working folder, inside the suite's
     * @param log gets its output
     * @param managementPort where it says whether it is ready
     * @param environment its configuration
     */
    public ServicePart(
            PartName name, Path jar, Path home, Path log, int managementPort, Map<String, String> environment) {
        super(name, START_LIMIT, STOP_GRACE);
        this.jar = jar;
        this.home = home;
        this.log = log;
        this.managementPort = managementPort;
        this.environment = Map.copyOf(environment);
    }

    @Override
    ProcessSpec prepare() {
        List<String> command = List.of(
                ProcessSpec.java(),
                "-Xms64m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                // By this the next launcher knows a process that a killed one left behind.
                "-Dlauncher.home=" + home,
                "-jar",
                jar.toString());
        return new ProcessSpec(name().label(), command, home, environment, log);
    }

    @Override
    boolean answers() throws InterruptedException {
        return HttpCheck.passes(managementPort, "/q/health/ready");
    }
}
