package io.switchboard.gateway.desk;

import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What routing says, numbered as routing numbers it. */
public final class RoutingFixture {
    private static final String CENTRE = "main";
    public final String tenant;
    private long sequence;

    public RoutingFixture(String tenant) {
        this(tenant, 0);
    }

    public RoutingFixture(String tenant, long sequence) {
        this.tenant = tenant;
        this.sequence = sequence;
    }

    public static WorkItem aWorkItem() {
        UUID message = UUID.randomUUID();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new WorkItem(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "messenger",
                "page-1",
                "psid-42",
                "Käthe \"K\" Ohm",
                new Customer(UUID.randomUUID(), "Käthe Ohm", Standing.VIP, null),
                Visibility.PRIVATE,
                List.of(message),
                new MessageReference(message, "mid.1", null, List.of(), at),
                new Understanding(
                        "de",
                        Relevance.COMPLAINT,
                        0.9,
                        -0.7,
                        0.6,
                        0.9,
                        Map.of("anger", 0.7),
                        0.8,
                        0.1,
                        "delivery",
                        List.of(),
                        "rules",
                        "1",
                        List.of()),
                "german",
                70,
                at,
                at.plusSeconds(60));
    }

    public static WorkItem withAnotherMessage(WorkItem item, UUID messageId) {
        List<UUID> messages = new ArrayList<>(item.messageIds());
        messages.add(messageId);
        return new WorkItem(
                item.workItemId(),
                item.conversationId(),
                item.channel(),
                item.account(),
                item.handle(),
                item.handleName(),
                item.customer(),
                item.visibility(),
                messages,
                new MessageReference(messageId, "mid.2", null, List.of(), item.arrivedAt()),
                item.understanding(),
                item.queue(),
                item.priority(),
                item.arrivedAt(),
                item.deadline());
    }

    public RoutingEvent.WorkQueued queued(WorkItem item) {
        return new RoutingEvent.WorkQueued(
                UUID.randomUUID(), tenant, CENTRE, ++sequence, Instant.now(), item, null, null);
    }

    public RoutingEvent.WorkOffered offered(WorkItem item, String agent) {
        return new RoutingEvent.WorkOffered(
                UUID.randomUUID(),
                tenant,
                CENTRE,
                ++sequence,
                Instant.now(),
                UUID.randomUUID(),
                agent,
                Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.MILLIS),
                item,
                new Explanation(2, List.of("speaks German", "longest idle"), "v1", 0, 2, List.of(), null, null));
    }

    public RoutingEvent.OfferAccepted accepted(RoutingEvent.WorkOffered offer) {
        return new RoutingEvent.OfferAccepted(
                UUID.randomUUID(),
                tenant,
                CENTRE,
                ++sequence,
                Instant.now(),
                offer.offerId(),
                offer.agent(),
                offer.workItem());
    }

    public RoutingEvent.OfferExpired expired(RoutingEvent.WorkOffered offer) {
        return new RoutingEvent.OfferExpired(
                UUID.randomUUID(),
                tenant,
                CENTRE,
                ++sequence,
                Instant.now(),
                offer.offerId(),
                offer.workItem().workItemId(),
                offer.agent());
    }

    public RoutingEvent.MessageAdded added(WorkItem item, UUID messageId, String agent) {
        return new RoutingEvent.MessageAdded(
                UUID.randomUUID(), tenant, CENTRE, ++sequence, Instant.now(), messageId, agent, item);
    }

    public RoutingEvent.WorkReleased released(WorkItem item, String agent) {
        return new RoutingEvent.WorkReleased(
                UUID.randomUUID(), tenant, CENTRE, ++sequence, Instant.now(), agent, null, item);
    }

    public RoutingEvent.WorkCompleted completed(WorkItem item, String agent) {
        return new RoutingEvent.WorkCompleted(
                UUID.randomUUID(),
                tenant,
                CENTRE,
                ++sequence,
                Instant.now(),
                item.workItemId(),
                item.conversationId(),
                agent,
                null,
                item.messageIds(),
                null);
    }

    public RoutingEvent.PresenceChanged presence(String agent, Presence presence) {
        return new RoutingEvent.PresenceChanged(
                UUID.randomUUID(), tenant, CENTRE, ++sequence, Instant.now(), agent, presence, null);
    }

    public RoutingEvent.CommandRefused refused(UUID commandId, String agent, String reason) {
        return new RoutingEvent.CommandRefused(
                UUID.randomUUID(), tenant, CENTRE, ++sequence, Instant.now(), commandId, agent, reason);
    }
}
