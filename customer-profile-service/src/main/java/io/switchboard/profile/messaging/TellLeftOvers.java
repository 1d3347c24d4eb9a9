package io.switchboard.profile.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.changes.Changes;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Tells which changes of profiles a crash or a broker that was away left untold. */
@ApplicationScoped
class TellLeftOvers {
    private static final String WHAT = "telling of changes";

    private final Tenants tenants;
    private final Sources sources;
    private final Changes changes;

    TellLeftOvers(Tenants tenants, Sources sources, Changes changes) {
        this.tenants = tenants;
        this.sources = sources;
        this.changes = changes;
    }

    @Scheduled(
            every = "${switchboard.changes.tell-again-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        return tenants.all().flatMap(all -> tenants.visit(withSources(all), WHAT, this::tell));
    }

    /** Of a tenant that has but other systems' records no message was ever received. */
    private List<String> withSources(List<String> received) {
        return Stream.concat(received.stream(), sources.tenants().stream())
                .distinct()
                .toList();
    }

    private Uni<Void> tell(String tenant) {
        return changes.leftOver(tenant)
                .flatMap(left -> Multi.createFrom()
                        .iterable(left)
                        .onItem()
                        .transformToUniAndConcatenate(change -> changes.tell(tenant, change))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
