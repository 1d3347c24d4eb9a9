package io.switchboard.gateway.attachment;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Deletes the files of messages whose customer wanted to be forgotten, or which grew too old. */
@ApplicationScoped
class ForgetFiles {
    private final ObjectStore store;
    private final Consumption consumption;
    private final ExecutorService threads;

    ForgetFiles(ObjectStore store, Consumption consumption, @VirtualThreads ExecutorService threads) {
        this.store = store;
        this.consumption = consumption;
        this.threads = threads;
    }

    @Incoming("customers-erased")
    Uni<Void> take(Message<byte[]> record) {
        return consumption.of(record, CustomerErased.class, this::forget);
    }

    private Uni<Void> forget(CustomerErased erased) {
        return Uni.createFrom()
                .item(() -> {
                    erased.messageIds().forEach(message -> delete(erased.tenant() + "/" + message));
                    return erased;
                })
                .runSubscriptionOn(threads)
                .replaceWithVoid();
    }

    private void delete(String reference) {
        try {
            store.delete(reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
