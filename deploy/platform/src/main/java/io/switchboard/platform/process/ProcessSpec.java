package io.switchboard.platform.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start and where.
 *
 * @param name of the part, for messages
 * @param command the program and its arguments
 * @param folder its working folder; created when absent
 * @param environment added to the launcher's own
 * @param log gets its output; appended to
 */
public record ProcessSpec(String name, List<String> command, Path folder, Map<String, String> environment, Path log) {
    /** Copies the lists. */
    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Returns the {@code java} that runs the launcher itself. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
