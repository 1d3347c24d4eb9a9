package io.switchboard.routing.setup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import io.switchboard.routing.setup.SetupDocument.Owner;
import io.switchboard.routing.tenancy.TenantTransaction;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/**
 * Brings every version in force to {@code routing.setup}. There is no other way for it to get there, so a change that was
 * committed is published, whatever died in between.
 */
@ApplicationScoped
class PublishSetups {
    private static final Logger LOG = Logger.getLogger(PublishSetups.class);

    private final TenantTransaction transaction;
    private final SetupHeads heads;
    private final SetupVersions versions;
    private final MutinyEmitter<byte[]> setups;
    private final AtomicInteger waiting = new AtomicInteger();

    /** At start each is published once more, should the topic have lost it. It does no harm: the engine knows the version. */
    private volatile boolean allOnce = true;

    PublishSetups(
            TenantTransaction transaction,
            SetupHeads heads,
            SetupVersions versions,
            @Channel("routing-setup") MutinyEmitter<byte[]> setups,
            MeterRegistry metrics) {
        this.transaction = transaction;
        this.heads = heads;
        this.versions = versions;
        this.setups = setups;
        Gauge.builder("switchboard.setup.unpublished", waiting, AtomicInteger::get)
                .description("centres whose setup in force is not published yet")
                .register(metrics);
    }

    // Before the application runs, the channel to Kafka may not be connected.
    @Scheduled(
            every = "${switchboard.setup.publish}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> publishWhatIsNew() {
        boolean all = allOnce;
        return transaction
                .ofNobody(session -> all ? heads.all(session) : heads.unpublished(session))
                .invoke(due -> waiting.set(due.size()))
                .flatMap(this::publishEach)
                .invoke(everyOne -> allOnce &= !everyOne)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(away -> {
                    // It is tried again soon.
                    LOG.debugf("setups not looked at: %s", away.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Boolean> publishEach(List<Owner> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .collect()
                .with(java.util.stream.Collectors.reducing(true, Boolean::logicalAnd));
    }

    private Uni<Boolean> publish(Owner owner) {
        return transaction
                .in(
                        owner.tenant(),
                        session -> heads.lockForPublication(session, owner)
                                .flatMap(mine -> mine
                                        ? publish(session, owner)
                                        : Uni.createFrom().item(false)))
                .onFailure()
                .recoverWithItem(away -> {
                    LOG.warnf(
                            "%s: setup not published yet: %s",
                            Keys.centre(owner.tenant(), owner.centre()),
                            away.getClass().getSimpleName());
                    return false;
                });
    }

    /** The lock is held until Kafka has acknowledged, so that an older version can't come after a newer one. */
    private Uni<Boolean> publish(Session session, Owner owner) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return versions.inForce(session, owner)
                .flatMap(version -> version.isEmpty()
                        ? Uni.createFrom().item(true)
                        : send(version.get())
                                // A session belongs to the thread that opened it; Kafka answers on one of its own.
                                .emitOn(then -> context.runOnContext(_ -> then.run()))
                                .chain(() -> heads.published(
                                        session, owner, version.get().key.number()))
                                .invoke(() -> LOG.infof(
                                        "%s: published setup %s",
                                        Keys.centre(owner.tenant(), owner.centre()),
                                        version.get().name()))
                                .replaceWith(true));
    }

    private Uni<Void> send(SetupVersion version) {
        RoutingSetup setup = version.published();
        String key = Keys.centre(setup.tenant(), setup.centre());
        var headers = new EventHeaders(
                key + "/" + setup.version(),
                EventTypes.ROUTING_SETUP,
                "/routing",
                key,
                version.changedAt,
                setup.tenant(),
                setup.centre());
        return Events.send(setups, key, headers, setup)
                .ifNoItem()
                .after(Duration.ofSeconds(10))
                .fail();
    }
}
