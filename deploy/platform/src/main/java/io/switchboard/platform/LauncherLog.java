package io.switchboard.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Sends what the libraries inside the launcher log to a file: the terminal is for people. */
final class LauncherLog {
    private LauncherLog() {}

    /** Logs to {@code launcher.log} in {@code folder}. */
    static void writeTo(Path folder) {
        String settings = """
                handlers=java.util.logging.FileHandler
                .level=WARNING
                java.util.logging.FileHandler.pattern=%s/launcher.log
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.maxLocks=10
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                """.formatted(folder);
        try {
            Files.createDirectories(folder);
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
            // Parts start side by side; the first to log must find SLF4J ready.
            LoggerFactory.getILoggerFactory();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The launcher's log can't be written to " + folder, unwritable);
        }
    }
}
