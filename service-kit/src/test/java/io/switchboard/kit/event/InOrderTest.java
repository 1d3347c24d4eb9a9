package io.switchboard.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<String> begun = new ArrayList<>();
    private final InOrder<String> inOrder = new InOrder<>(Runnable::run);

    @Test
    void waitsForTheSameKeyAndForNoOther() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        var first = inOrder.run("a", () -> begin("a1", slow));
        var second = inOrder.run("a", () -> begin("a2", CompletableFuture.completedFuture("done")));
        inOrder.run("b", () -> begin("b1", new CompletableFuture<>()));
        assertThat(begun).containsExactly("a1", "b1");
        slow.complete("at last");
        assertThat(begun).containsExactly("a1", "b1", "a2");
        assertThat(first).isCompletedWithValue("at last");
        assertThat(second).isCompletedWithValue("done");
    }

    @Test
    void goesOnAfterAFailure() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        var failed = inOrder.run("a", () -> begin("a1", slow));
        var thrown = inOrder.run("a", () -> {
            throw new IllegalStateException("a fault");
        });
        inOrder.run("a", () -> begin("a3", new CompletableFuture<>()));
        slow.completeExceptionally(new IllegalStateException("a fault"));
        assertThat(failed).isCompletedExceptionally();
        assertThat(thrown).isCompletedExceptionally();
        assertThat(begun).containsExactly("a1", "a3");
    }

    private CompletableFuture<String> begin(String name, CompletableFuture<String> end) {
        begun.add(name);
        return end;
    }
}
