package io.switchboard.profile.sources;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells what a crash or a broker that was away left untold. */
@ApplicationScoped
class TellLeftOvers {
    private static final Logger LOG = Logger.getLogger(TellLeftOvers.class);

    private final Sources sources;
    private final Changes changes;

    TellLeftOvers(Sources sources, Changes changes) {
        this.sources = sources;
        this.changes = changes;
    }

    @Scheduled(
            every = "${switchboard.sources.tell-again-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        return Multi.createFrom()
                .iterable(sources.tenants())
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<List<Void>> tell(String tenant) {
        return changes.leftOver(tenant)
                .onFailure()
                .invoke(failure -> LOG.warnf("untold changes: not read: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(List.of())
                .flatMap(left -> Multi.createFrom()
                        .iterable(left)
                        .onItem()
                        .transformToUniAndConcatenate(change -> changes.tell(tenant, change))
                        .collect()
                        .asList());
    }
}
