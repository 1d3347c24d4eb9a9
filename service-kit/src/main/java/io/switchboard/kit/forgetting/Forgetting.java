package io.switchboard.kit.forgetting;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Has everything deleted that this service keeps of somebody. */
@ApplicationScoped
public class Forgetting {
    private final Instance<Forgets> all;

    Forgetting(@Any Instance<Forgets> all) {
        this.all = all;
    }

    /** Forgets; the same again changes nothing. Fails when something could not be deleted, to be called again. */
    public Uni<Void> forget(CustomerErased erased) {
        return Uni.join()
                .all(all.stream().map(each -> each.forget(erased)).toList())
                .andFailFast()
                .replaceWithVoid();
    }
}
