package io.switchboard.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Notes of the running children, so that the next launcher finds those that a killed one left behind. A process counts
 * as left behind only if its number, its start and its command line fit: numbers are used again.
 *
 * @param folder holds one file for each child
 * @param mark what every child's command line contains: the path of the suite's folder
 */
public record PidFiles(Path folder, String mark) {
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Notes that the part {@code name} runs as {@code process}. */
    public void remember(String name, ProcessHandle process) {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), process.pid() + "\n" + started + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The pid file of " + name + " can't be written", unwritable);
        }
    }

    /** Removes the note of the part {@code name}. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException stuck) {
            throw new UncheckedIOException("The pid file of " + name + " can't be removed", stuck);
        }
    }

    /** Returns the noted processes that still run and are ours. */
    public List<ProcessHandle> leftBehind() {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                noted(Files.readAllLines(file)).ifPresent(found::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The pid files in " + folder + " can't be read", unreadable);
        }
        return found;
    }

    /** Ends what was left behind, gently first, and removes all notes. Returns how many there were. */
    public int stopLeftBehind() throws InterruptedException {
        List<ProcessHandle> left = leftBehind();
        left.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : left) {
            endWithin(each, GRACE);
        }
        removeNotes();
        return left.size();
    }

    private static void endWithin(ProcessHandle process, Duration grace) throws InterruptedException {
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private Optional<ProcessHandle> noted(List<String> lines) {
        if (lines.size() < 2 || !lines.getFirst().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(lines.get(1)))
                .filter(process -> process.info().commandLine().orElse("").contains(mark));
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private void removeNotes() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException("The pid files in " + folder + " can't be removed", stuck);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
