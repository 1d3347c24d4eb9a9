package io.switchboard.kit.event;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Does work of the same key one after the other, and of different keys at the same time: one that is slow holds up nobody
 * but those behind it under its own key.
 */
public final class InOrder<K> {
    private final ConcurrentMap<K, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private final Executor executor;

    /** Begins work on {@code executor}, never on the thread that gives it. */
    public InOrder(Executor executor) {
        this.executor = executor;
    }

    /**
     * Does {@code work} after everything that was given for {@code key} before has ended, well or badly.
     *
     * @param work what ends with the stage that it returns, or with what it throws
     * @return how it ended
     */
    public <T> CompletableFuture<T> run(K key, Callable<? extends CompletionStage<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        CompletableFuture<?> before = last.put(key, done);
        if (before == null) {
            executor.execute(() -> begin(work, done));
        } else {
            var _ = before.whenCompleteAsync((_, _) -> begin(work, done), executor);
        }
        var _ = done.whenComplete((_, _) -> last.remove(key, done));
        return done;
    }

    private static <T> void begin(Callable<? extends CompletionStage<T>> work, CompletableFuture<T> done) {
        try {
            var _ = work.call().whenComplete((result, failure) -> {
                if (failure == null) {
                    done.complete(result);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            done.completeExceptionally(e);
        }
    }
}
