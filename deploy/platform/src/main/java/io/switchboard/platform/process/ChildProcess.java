package io.switchboard.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running child process of the launcher. */
public final class ChildProcess {
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(50);
    private static final int LINES_OF_LOG = 15;

    private final ProcessSpec spec;
    private final Process process;

    private ChildProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /**
     * Starts what {@code spec} says, its output going to its log.
     *
     * @throws PartFailedException when the program can't be started
     */
    public static ChildProcess start(ProcessSpec spec) {
        try {
            Files.createDirectories(spec.folder());
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(OwnSession.of(spec.command()))
                    .directory(spec.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            return new ChildProcess(spec, builder.start());
        } catch (IOException failed) {
            throw new PartFailedException(spec.name() + " can't be started: " + failed.getMessage(), failed);
        }
    }

    /**
     * Runs what {@code spec} says to its end.
     *
     * @throws PartFailedException when it ends with another code than 0, or not within {@code limit}
     */
    public static void run(ProcessSpec spec, Duration limit) throws InterruptedException {
        ChildProcess child = start(spec);
        try {
            if (!child.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw child.failure("did not end within " + limit.toSeconds() + " s");
            }
            if (child.process.exitValue() != 0) {
                throw child.failure("ended with code " + child.process.exitValue());
            }
        } finally {
            child.kill();
        }
    }

    /**
     * Waits until {@code ready} answers true.
     *
     * @throws PartFailedException when the process ends first or {@code limit} passes; it names the log's last lines
     */
    public void awaitReady(ReadyCheck ready, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.passes()) {
            if (!process.isAlive()) {
                throw failure("ended with code " + process.exitValue() + " while starting");
            }
            if (System.nanoTime() - deadline > 0) {
                throw failure("did not answer within " + limit.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_CHECKS);
        }
    }

    /** Returns whether the process runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Returns the process, to note it down or to look at it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks the process to end, and ends it by force when it has not within {@code grace}. */
    public void stop(Duration grace) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process by force (SIGKILL) and waits for it. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private PartFailedException failure(String what) {
        return new PartFailedException(spec.name() + " " + what + ". The end of " + spec.log() + ":\n  "
                + String.join("\n  ", LogTail.of(spec.log(), LINES_OF_LOG)));
    }

    /** Asks whether a part answers; a refusal is a plain no. */
    @FunctionalInterface
    public interface ReadyCheck {
        /** Returns whether the part answers. */
        boolean passes() throws InterruptedException;
    }
}
