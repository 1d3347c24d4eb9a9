package io.switchboard.gateway.sending;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** Runs work in order within a conversation, and at the same time across conversations. */
final class InOrder {
    private final ConcurrentMap<UUID, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private final Executor executor;

    /** Runs work on {@code executor}, on which it may block. */
    InOrder(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs {@code work} after everything that was given for {@code conversation} before.
     *
     * @return what it returned or threw
     */
    <T> CompletableFuture<T> run(UUID conversation, Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        last.compute(conversation, (_, before) -> {
            CompletableFuture<?> ready = before == null ? CompletableFuture.completedFuture(null) : before;
            var _ = ready.whenCompleteAsync((_, _) -> complete(done, work), executor);
            return done;
        });
        var _ = done.whenComplete((_, _) -> last.remove(conversation, done));
        return done;
    }

    private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            done.completeExceptionally(e);
        }
    }
}
