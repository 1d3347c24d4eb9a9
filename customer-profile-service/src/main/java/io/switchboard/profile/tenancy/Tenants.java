package io.switchboard.profile.tenancy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Which tenants there are, for work that visits each under its own name. */
@ApplicationScoped
public class Tenants {
    private static final Logger LOG = Logger.getLogger(Tenants.class);

    private final Mutiny.SessionFactory sessions;

    Tenants(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns all of whom a message was ever received. */
    public Uni<List<String>> all() {
        return sessions.withStatelessSession(
                session -> session.createNativeQuery("select distinct tenant from centre", String.class)
                        .getResultList());
    }

    /** Does {@code work} for every tenant, one after the other. */
    public Uni<Void> visit(String what, Function<String, Uni<Void>> work) {
        return all().onFailure()
                .invoke(failure -> LOG.warnf("%s: later: %s", what, failure.toString()))
                .onFailure()
                .recoverWithItem(List.of())
                .flatMap(all -> visit(all, what, work));
    }

    /** Does {@code work} for some tenants; where it fails it is left for the next time, and the others are visited. */
    public Uni<Void> visit(List<String> some, String what, Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(tenant -> work.apply(tenant)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("%s of tenant %s: later: %s", what, tenant, failure.toString()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
