package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.PartFailedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts parts side by side, each as soon as what it needs answers; the first failure ends it. */
final class ParallelStart {
    /** A PostgreSQL that is being started can't be interrupted; this is longer than it ever takes. */
    private static final int ABANDON_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<PartName, CompletableFuture<Void>> started = new EnumMap<>(PartName.class);
    private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();

    /** Starts {@code runners}, which are in the order in which they need each other. */
    ParallelStart(List<PartRunner> runners) {
        for (PartRunner runner : runners) {
            CompletableFuture<Void> needed = all(
                    SuiteParts.needs(runner.name()).stream().map(started::get).toList());
            started.put(runner.name(), needed.thenRunAsync(() -> startNow(runner), threads));
        }
    }

    /**
     * Returns when every part answers.
     *
     * @throws PartFailedException as soon as one does not start
     */
    void await() throws InterruptedException {
        try {
            CompletableFuture.anyOf(all(List.copyOf(started.values())), firstFailure)
                    .get();
        } catch (ExecutionException failed) {
            throw asPartFailure(failed);
        }
    }

    /** Interrupts what is being started, and returns when nothing is. */
    void abandon() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(ABANDON_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A part is still being started after " + ABANDON_SECONDS + " s");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private void startNow(PartRunner runner) {
        try {
            runner.start();
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            throw new CompletionException(abandoned);
        } catch (RuntimeException failed) {
            firstFailure.completeExceptionally(failed);
            throw failed;
        }
    }

    private static RuntimeException asPartFailure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof PartFailedException known
                ? known
                : new PartFailedException("A part did not start: " + cause, failed);
    }
}
