package io.switchboard.profile.search;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Enters new words and names into the indexes that search reads. PostgreSQL keeps what is new of such an index in a list,
 * and whoever's row fills the list enters all of it: tens of thousands of entries, for which the messages behind that row
 * waited a quarter of a second. Done often and from here, no message comes upon a full list.
 */
@ApplicationScoped
class TidyIndexes {
    private static final Logger LOG = Logger.getLogger(TidyIndexes.class);

    /** One replica does it; the others need not wait for it. */
    private static final String TIDY = """
            select gin_clean_pending_list(cast(name as regclass))
            from unnest(array['searchable_trigrams', 'searchable_words']) name
            where pg_try_advisory_xact_lock(hashtext(name))
            """;

    private final Mutiny.SessionFactory sessions;

    TidyIndexes(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Enters what is new. While the database is away it stays where it is. */
    @Scheduled(every = "${switchboard.search.tidy-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return sessions.withStatelessSession(
                        session -> session.createNativeQuery(TIDY, Long.class).getResultList())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("indexes: tidied later: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
