package io.switchboard.platform.parts;

import io.switchboard.platform.process.ChildProcess;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.ProcessSpec;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The unpacked Keycloak, which builds itself once for its database and cache: that makes every later start quick. */
final class KeycloakProgram {
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);
    private static final String DONE = "built-for-switchboard";

    private KeycloakProgram() {}

    /**
     * Returns the folder of Keycloak, built. Suites that start at the same time wait for each other here.
     *
     * @throws PartFailedException when Keycloak is not there or its build fails
     */
    static Path built(EngineSpace space) throws IOException, InterruptedException {
        Path program = unpacked(space.engines().resolve("keycloak"));
        try (FileChannel lockFile = FileChannel.open(
                        program.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lockFile.lock()) {
            if (lock.isValid() && !Files.exists(program.resolve(DONE))) {
                build(program, space.log());
                Files.createFile(program.resolve(DONE));
            }
        }
        return program;
    }

    private static Path unpacked(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "keycloak-*")) {
                for (Path program : found) {
                    return program;
                }
            }
        }
        throw new PartFailedException("No Keycloak in " + folder + ": build with ./mvnw -pl deploy/engines package");
    }

    private static void build(Path program, Path log) throws InterruptedException {
        List<String> command = List.of(
                "bash",
                program.resolve("bin/kc.sh").toString(),
                "build",
                "--db=dev-file",
                "--cache=local",
                "--health-enabled=true");
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        ChildProcess.run(new ProcessSpec("keycloak's build", command, program, environment, log), BUILD_LIMIT);
    }
}
