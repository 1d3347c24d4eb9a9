package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.Sockets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must be so before anything is started. Each check refuses with one sentence. */
final class Preflight {
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private Preflight() {}

    /** Refuses when the disk is almost full: databases and logs break in worse ways later. */
    static void diskHasRoom(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new RefusedException(String.format(
                    Locale.ROOT,
                    "The disk of %s has only %d MB left and Switchboard needs 1 GB: make some room first.",
                    folder,
                    free >> 20));
        }
    }

    /** Refuses when a program is missing that an engine needs on this system. */
    static void toolsArePresent() {
        if (isLinux() && isRoot() && !onPath("unshare")) {
            throw new RefusedException("PostgreSQL can't run as root without the program unshare:"
                    + " install the package util-linux, or run as another user.");
        }
        if (!onPath("bash")) {
            throw new RefusedException("Keycloak is prepared by a bash script: install bash.");
        }
    }

    /** Refuses when a port of the suite is taken. */
    static void portsAreFree(Ports ports) throws InterruptedException {
        for (Map.Entry<Integer, PartName> needed : ports.all().entrySet()) {
            if (!Sockets.free(needed.getKey())) {
                throw new RefusedException(taken(needed.getKey(), needed.getValue()));
            }
        }
    }

    private static String taken(int port, PartName part) throws InterruptedException {
        String holder = PortHolder.of(port).map(name -> " by " + name).orElse("");
        return "Port " + port + ", which " + part.label() + " needs, is taken" + holder
                + ": stop that, or choose other ports with ./run --port-base N.";
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
