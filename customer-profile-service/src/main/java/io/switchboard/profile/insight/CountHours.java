package io.switchboard.profile.insight;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.insight.Insight.Group;
import io.switchboard.profile.insight.Insight.Of;
import io.switchboard.profile.tenancy.Home;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Counts hours that are over, so that others can be told of them. An hour is marked once it was told; after a crash in
 * between it is told again.
 */
@ApplicationScoped
public class CountHours {
    private static final Logger LOG = Logger.getLogger(CountHours.class);

    /** By what hours are told apart. */
    private static final List<Grouping> BY = List.of(Grouping.CHANNEL, Grouping.QUEUE);

    private static final String CENTRES = "select centre from centre where tenant = :tenant order by centre";

    /** Written once: it is asked every minute. Where another replica is just as quick there is no row, and it is asked again. */
    private static final String BEGUN = """
            with known as (
                select until from insight_told where tenant = :tenant and centre = :centre and round = :round
            ), begun as (
                insert into insight_told (tenant, centre, round, until)
                select cast(:tenant as text), cast(:centre as text), cast(:round as text), cast(:until as timestamptz)
                where not exists (select 1 from known)
                on conflict do nothing
                returning until
            )
            select until from known union all select until from begun
            """;

    /** Another replica may have been there before. */
    private static final String TOLD = """
            update insight_told set until = greatest(until, cast(:until as timestamptz))
            where tenant = :tenant and centre = :centre and round = :round
            """;

    private final TenantTransaction transaction;
    private final Insight insight;
    private final List<Round> rounds;

    CountHours(TenantTransaction transaction, Insight insight, InsightConfig config) {
        this.transaction = transaction;
        this.insight = insight;
        this.rounds = Round.of(config.journeyWindow());
    }

    /**
     * An hour and what came in.
     *
     * @param of the centre and the hour
     * @param round which of the times it is told, for the id of the news
     * @param groups by channel and queue
     */
    public record Counted(Of of, String round, List<Group> groups) {}

    /** Tells others; completes when they have it. */
    @FunctionalInterface
    public interface Telling {
        /** Begins it. */
        Uni<Void> tell(Counted counted);
    }

    /**
     * Counts and tells the hours of a tenant's centres that are due at {@code now}, the oldest first. One that can't be
     * counted or told holds up the later ones of its centre and round alone; it is tried again the next time.
     */
    public Uni<Void> due(String tenant, Instant now, Telling telling) {
        return transaction
                .in(
                        tenant,
                        session -> session.createNativeQuery(CENTRES, String.class)
                                .setParameter("tenant", tenant)
                                .getResultList())
                .onItem()
                .transformToMulti(centres -> Multi.createFrom().iterable(centres))
                .onItem()
                .transformToUniAndConcatenate(centre -> each(
                        rounds,
                        round -> due(tenant, centre, round, now, telling)
                                .onFailure()
                                .invoke(failure -> LOG.warnf(
                                        "figures of %s/%s, %s: later: %s", tenant, centre, round, failure.toString()))
                                .onFailure()
                                .recoverWithNull()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> due(String tenant, String centre, Round round, Instant now, Telling telling) {
        return transaction
                .in(tenant, session -> begun(session, tenant, centre, round, Round.beginning(now)))
                .flatMap(told -> each(
                        round.due(told, now),
                        hour -> tell(new Of(tenant, centre, hour, Round.end(hour)), round, telling)));
    }

    private static Uni<Instant> begun(
            Mutiny.Session session, String tenant, String centre, Round round, Instant beginning) {
        return session.createNativeQuery(BEGUN, OffsetDateTime.class)
                .setParameter("tenant", tenant)
                .setParameter("centre", centre)
                .setParameter("round", round.name())
                .setParameter("until", beginning)
                .getSingleResult()
                .map(OffsetDateTime::toInstant);
    }

    private Uni<Void> tell(Of of, Round round, Telling telling) {
        Executor home = Home.here();
        return insight.figures(of, BY, List.of())
                .flatMap(groups -> telling.tell(new Counted(of, round.name(), groups)))
                .emitOn(home)
                .chain(() -> transaction.in(
                        of.tenant(),
                        session -> session.createNativeQuery(TOLD)
                                .setParameter("tenant", of.tenant())
                                .setParameter("centre", of.centre())
                                .setParameter("round", round.name())
                                .setParameter("until", of.until())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> some, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
