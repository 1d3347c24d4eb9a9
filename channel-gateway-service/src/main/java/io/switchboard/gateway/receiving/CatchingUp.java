package io.switchboard.gateway.receiving;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes what a provider holds and should have brought. */
@ApplicationScoped
public class CatchingUp {
    private static final Logger LOG = Logger.getLogger(CatchingUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** As many as their files can be fetched in that time. */
    private static final int AT_ONCE = 10;

    private final SeenMessages seen;
    private final Receiving receiving;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    CatchingUp(SeenMessages seen, Receiving receiving, MeterRegistry metrics) {
        this.seen = seen;
        this.receiving = receiving;
        this.metrics = metrics;
    }

    /**
     * Takes those of an account's messages that never came in. Redis knows which, for some hours: of older ones none is taken,
     * and none at all while it does not answer. One that the provider brings later is the same message.
     *
     * @return completes when Kafka has acknowledged every one; fails with {@link NotTakenException} when it has not
     */
    public Uni<Void> take(Account account, List<Arrival> held) {
        Instant oldest = clock.instant().minus(SeenMessages.CERTAIN);
        return Multi.createFrom()
                .iterable(held)
                .filter(arrival -> arrival.sentAt().isAfter(oldest))
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some -> takeMissing(account, Receiving.byId(account, some)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> takeMissing(Account account, Map<UUID, Arrival> missing) {
        return seen.certainlyAmong(List.copyOf(missing.keySet()))
                .flatMap(known -> {
                    missing.keySet().removeAll(known);
                    return missing.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : receiving.publish(account, missing).invoke(() -> missing.forEach(this::tell));
                })
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(NotTakenException::new);
    }

    private void tell(UUID message, Arrival arrival) {
        LOG.warnf("message %s was never brought by its provider and is taken now", message);
        metrics.counter("switchboard.messages.caught.up", "channel", arrival.channel())
                .increment();
    }
}
