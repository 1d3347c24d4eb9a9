package io.switchboard.platform.parts;

import io.switchboard.platform.process.PartFailedException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a Redis server: the machine's own if it is new enough, else the one that the build brought. */
final class RedisProgram {
    private static final int OLDEST_MAJOR = 7;
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");

    /** The brought binaries are an unofficial rebuild: only the very files that were looked at are started. */
    private static final Map<String, String> SHA_256 = Map.of(
            "linux-amd64", "de2b4cbcd7e52bacb778c157266f003c5e4c797104cdeeeb52214addff8bf1bb",
            "linux-arm64", "9046512dae535cfcfed679dc6c618e8331667bc710b4cd96d3d4880eb4b7ee73",
            "darwin-amd64", "5bce39ead793ffedde8cad8140917b9ad5d8801b87635444124274b901f84974",
            "darwin-arm64", "5bce39ead793ffedde8cad8140917b9ad5d8801b87635444124274b901f84974");

    private RedisProgram() {}

    /**
     * Returns the program to start.
     *
     * @param brought the folder with the binaries that the build brought
     * @throws PartFailedException when there is none for this machine, or it is not the expected file
     */
    static Path find(Path brought) throws InterruptedException {
        Optional<Path> installed = onPath();
        if (installed.isPresent() && major(installed.get()) >= OLDEST_MAJOR) {
            return installed.get();
        }
        return checked(brought);
    }

    private static Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int major(Path program) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(program.toString(), "--version").start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            Matcher version = VERSION.matcher(answer);
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException broken) {
            return 0;
        }
    }

    private static Path checked(Path brought) {
        String expected = SHA_256.get(machine());
        if (expected == null) {
            throw new PartFailedException(
                    "No Redis for " + machine() + " was brought: install redis-server 7 or newer.");
        }
        Path program = brought.resolve("redis-server-7.0.9-" + machine());
        try {
            if (!sha256(program).equals(expected)) {
                throw new PartFailedException(program + " is not the expected file: remove it and build again.");
            }
            if (!program.toFile().setExecutable(true)) {
                throw new PartFailedException(program + " can't be made executable.");
            }
            return program;
        } catch (IOException absent) {
            throw new PartFailedException(
                    program + " can't be read: build with ./mvnw -pl deploy/engines package", absent);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String machine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return system + "-" + processor;
    }
}
