package io.switchboard.profile.hours;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.profile.hours.ReadHours.Reading;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Takes opening hours out of routing's setups: of a centre the last one holds, and what held before is remembered. */
@ApplicationScoped
public class FollowSetup {
    private static final Logger LOG = Logger.getLogger(FollowSetup.class);

    private final TenantTransaction transaction;
    private final HoursStore store;

    FollowSetup(TenantTransaction transaction, HoursStore store) {
        this.transaction = transaction;
        this.store = store;
    }

    /** Takes one setup; one that comes again, or after a later one, changes nothing. */
    public Uni<Void> take(RoutingSetup setup) {
        Instant at = setup.changedAt() == null ? Instant.now() : setup.changedAt();
        return transaction
                .in(
                        setup.tenant(),
                        session -> store.isNews(session, setup, at)
                                .flatMap(news -> news
                                        ? enter(session, setup, at)
                                        : Uni.createFrom().item(List.<Reading>of())))
                .invoke(entered -> warn(setup, entered))
                .replaceWithVoid();
    }

    private Uni<List<Reading>> enter(Mutiny.Session session, RoutingSetup setup, Instant at) {
        List<Reading> read = setup.queues().stream().map(ReadHours::of).toList();
        return store.unknownZones(session, hours(read))
                .map(unknown ->
                        read.stream().map(one -> reckonable(one, unknown)).toList())
                .call(entered -> store.enter(session, setup, at, hours(entered)));
    }

    private static List<QueueHours> hours(List<Reading> readings) {
        return readings.stream().map(Reading::hours).toList();
    }

    private static Reading reckonable(Reading reading, List<String> unknownZones) {
        String zone = reading.hours().zone();
        return zone != null && unknownZones.contains(zone)
                ? Reading.unreadable(reading.hours().queue(), "PostgreSQL knows no time zone " + zone)
                : reading;
    }

    private static void warn(RoutingSetup setup, List<Reading> entered) {
        for (Reading one : entered) {
            if (one.problem() != null) {
                LOG.warnf(
                        "%s: queue %s counts as always open since setup %s: %s",
                        Keys.centre(setup.tenant(), setup.centre()),
                        one.hours().queue(),
                        setup.version(),
                        one.problem());
            }
        }
    }
}
