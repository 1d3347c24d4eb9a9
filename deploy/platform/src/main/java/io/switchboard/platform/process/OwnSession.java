package io.switchboard.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a terminal's Ctrl-C from the children: the launcher alone gets it, and stops them in order. */
final class OwnSession {
    private static final boolean AVAILABLE =
            Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);

    private OwnSession() {}

    /** Returns {@code command}, in a session of its own where the system has a program for that. */
    static List<String> of(List<String> command) {
        return AVAILABLE ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }
}
