package io.switchboard.gateway.attachment;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.forgetting.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;

/** Deletes the files that came with messages. */
@ApplicationScoped
class ForgetFiles implements Forgets {
    private final ObjectStore store;
    private final ExecutorService threads;

    ForgetFiles(ObjectStore store, @VirtualThreads ExecutorService threads) {
        this.store = store;
        this.threads = threads;
    }

    @Override
    public Uni<Void> forget(CustomerErased erased) {
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
