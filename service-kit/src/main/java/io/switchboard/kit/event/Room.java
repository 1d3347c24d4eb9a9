package io.switchboard.kit.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * So many places for what is in hand at once. The one who brings more asks after each whether there is room for another and
 * waits without holding a thread; so at most one is beyond the places.
 */
public final class Room {
    private final AtomicInteger free;
    private final AtomicReference<@Nullable UniEmitter<? super Void>> waiting = new AtomicReference<>();

    public Room(int places) {
        free = new AtomicInteger(places);
    }

    /** Takes places, also those that there are not. */
    public void take(int places) {
        free.addAndGet(-places);
    }

    /** Gives places back. */
    public void giveBack(int places) {
        if (free.addAndGet(places) > 0) {
            wake();
        }
    }

    /** Returns when a place is free. Only one may wait. */
    public Uni<Void> free() {
        return free.get() > 0 ? Uni.createFrom().voidItem() : Uni.createFrom().<Void>emitter(waiter -> await(waiter));
    }

    private void await(UniEmitter<? super Void> waiter) {
        waiting.set(waiter);
        // What was given back before it waited has woken nobody.
        if (free.get() > 0) {
            wake();
        }
    }

    private void wake() {
        UniEmitter<? super Void> waiter = waiting.getAndSet(null);
        if (waiter != null) {
            waiter.complete(null);
        }
    }
}
