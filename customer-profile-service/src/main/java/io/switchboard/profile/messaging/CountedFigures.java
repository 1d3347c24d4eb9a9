package io.switchboard.profile.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.insight.FiguresCounted;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import io.switchboard.profile.insight.CountHours;
import io.switchboard.profile.insight.CountHours.Counted;
import io.switchboard.profile.insight.Figures;
import io.switchboard.profile.insight.Insight.Group;
import io.switchboard.profile.insight.Insight.Of;
import io.switchboard.profile.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/** Writes {@code insight.figures}: the same figures as at the door, for those who would rather be told than ask. */
@ApplicationScoped
class CountedFigures {
    private final Tenants tenants;
    private final CountHours hours;
    private final MutinyEmitter<byte[]> topic;
    private final Clock clock = Clock.systemUTC();

    CountedFigures(Tenants tenants, CountHours hours, @Channel("insight-figures") MutinyEmitter<byte[]> topic) {
        this.tenants = tenants;
        this.hours = hours;
        this.topic = topic;
    }

    @Scheduled(
            every = "${switchboard.insight.tell-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tell() {
        return tenants.visit("figures", tenant -> tell(tenant, clock.instant()));
    }

    Uni<Void> tell(String tenant, Instant now) {
        return hours.due(tenant, now, counted -> publish(counted, now));
    }

    private Uni<Void> publish(Counted counted, Instant now) {
        Of of = counted.of();
        String key = Keys.centre(of.tenant(), of.centre());
        // Told again after a crash, it is the same news.
        UUID id = UUID.nameUUIDFromBytes((key + "\n" + of.since() + "\n" + counted.round()).getBytes(UTF_8));
        var headers = new EventHeaders(
                id.toString(), EventTypes.FIGURES_COUNTED, "/customer-profile", key, now, of.tenant(), of.centre());
        var figures = new FiguresCounted(
                of.tenant(),
                of.centre(),
                of.since(),
                of.until(),
                now,
                counted.groups().stream().map(CountedFigures::group).toList());
        return Events.send(topic, key, headers, figures);
    }

    private static FiguresCounted.Group group(Group group) {
        Figures figures = group.figures();
        return new FiguresCounted.Group(
                group.key().getFirst(),
                group.key().getLast(),
                figures.messages(),
                figures.chaff(),
                figures.answered(),
                figures.meanSentiment(),
                figures.negative(),
                figures.contacts(),
                figures.arrivedClosed(),
                figures.settled(),
                times(figures.firstResponse()),
                times(figures.resolution()),
                figures.firstContacts(),
                figures.resolvedAtFirst());
    }

    private static FiguresCounted.@Nullable Times times(Figures.Times times) {
        Double median = times.median();
        Double p90 = times.p90();
        Double openMedian = times.openMedian();
        Double openP90 = times.openP90();
        return median == null || p90 == null || openMedian == null || openP90 == null
                ? null
                : new FiguresCounted.Times(median, p90, openMedian, openP90);
    }
}
