package io.switchboard.routing.subscribers.live;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.forgetting.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes out of a centre's window what names somebody who wanted to be forgotten: who looks for it finds a gap. */
@ApplicationScoped
class ForgetWindow implements Forgets {
    private final EventWindow window;

    ForgetWindow(EventWindow window) {
        this.window = window;
    }

    @Override
    public Uni<Void> forget(CustomerErased erased) {
        return erased.customerIds().isEmpty()
                ? Uni.createFrom().voidItem()
                : window.remove(erased.tenant(), erased.centre(), Set.copyOf(erased.customerIds()));
    }
}
