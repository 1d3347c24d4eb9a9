package io.switchboard.routing.subscribers.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** How many clients watch here, and whether there is room for another. */
@ApplicationScoped
class Clients {
    private final AtomicInteger here = new AtomicInteger();
    private final int most;

    Clients(LiveConfig config, MeterRegistry metrics) {
        this.most = config.clients();
        Gauge.builder("switchboard.live.clients", here, AtomicInteger::get)
                .description("clients that watch events here")
                .register(metrics);
    }

    /** Lets a client in, unless there are as many as there may be. */
    boolean enter() {
        if (here.incrementAndGet() <= most) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        here.decrementAndGet();
    }

    int here() {
        return here.get();
    }
}
