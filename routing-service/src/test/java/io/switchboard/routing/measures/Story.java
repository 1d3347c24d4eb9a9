package io.switchboard.routing.measures;

import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.routing.AlertLevel;
import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.TransferTarget;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.routing.centre.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A centre's events, told one after the other; every queue's target is 60 s. */
public final class Story {
    private final String tenant;
    private final String centre;
    private final List<RoutingEvent> events = new ArrayList<>();
    private final Map<String, WorkItem> items = new HashMap<>();
    private Instant now;
    private long sequence;

    public Story() {
        this("acme", "main", Fixtures.NINE);
    }

    public Story(String tenant, String centre, Instant begins) {
        this.tenant = tenant;
        this.centre = centre;
        this.now = begins;
    }

    public List<RoutingEvent> events() {
        return List.copyOf(events);
    }

    public Instant now() {
        return now;
    }

    public Story after(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    private Story tell(RoutingEvent event) {
        events.add(event);
        return this;
    }

    private UUID id() {
        sequence++;
        return Fixtures.id(tenant + centre + sequence);
    }

    public Story queued(String work, String queue) {
        WorkItem item = item(work, queue, List.of(Fixtures.id("message of " + work)));
        return tell(new RoutingEvent.WorkQueued(id(), tenant, centre, sequence, now, item, null, null));
    }

    public Story asked(String question, String queue) {
        WorkItem item = item(question, queue, List.of());
        return tell(new RoutingEvent.WorkQueued(
                id(), tenant, centre, sequence, now, item, null, Fixtures.id("the work it is about")));
    }

    public Story deferred(String work, String queue, long seconds) {
        WorkItem item = item(work, queue, List.of(Fixtures.id("message of " + work)));
        Instant until = now.plusSeconds(seconds);
        return tell(new RoutingEvent.WorkDeferred(
                id(), tenant, centre, sequence, now, until, null, "closed", null, due(item, until.plusSeconds(60))));
    }

    public Story postponed(String work, String agent, long seconds) {
        return tell(new RoutingEvent.WorkDeferred(
                id(),
                tenant,
                centre,
                sequence,
                now,
                now.plusSeconds(seconds),
                agent,
                "call-back",
                null,
                items.get(work)));
    }

    public Story offered(String work, String agent) {
        var why = new Explanation(1, List.of(), "1", 0, 1, List.of(), null, null);
        return tell(new RoutingEvent.WorkOffered(
                id(),
                tenant,
                centre,
                sequence,
                now,
                Fixtures.id("offer of " + work),
                agent,
                now.plusSeconds(30),
                items.get(work),
                why));
    }

    public Story accepted(String work, String agent) {
        return tell(new RoutingEvent.OfferAccepted(
                id(), tenant, centre, sequence, now, Fixtures.id("offer of " + work), agent, items.get(work)));
    }

    public Story declined(String work, String agent) {
        return tell(new RoutingEvent.OfferDeclined(
                id(), tenant, centre, sequence, now, Fixtures.id("offer of " + work), Fixtures.id(work), agent, null));
    }

    public Story missed(String work, String agent) {
        return tell(new RoutingEvent.OfferExpired(
                id(), tenant, centre, sequence, now, Fixtures.id("offer of " + work), Fixtures.id(work), agent));
    }

    public Story withdrawn(String work, String agent) {
        return tell(new RoutingEvent.OfferWithdrawn(
                id(),
                tenant,
                centre,
                sequence,
                now,
                Fixtures.id("offer of " + work),
                Fixtures.id(work),
                agent,
                "customer-left"));
    }

    public Story assigned(String work, String agent) {
        return tell(new RoutingEvent.WorkAssigned(id(), tenant, centre, sequence, now, agent, "sue", items.get(work)));
    }

    public Story released(String work, String agent) {
        return tell(new RoutingEvent.WorkReleased(id(), tenant, centre, sequence, now, agent, null, items.get(work)));
    }

    public Story transferred(String work, String agent, String queue) {
        return tell(new RoutingEvent.WorkTransferred(
                id(), tenant, centre, sequence, now, agent, new TransferTarget(null, queue, null), items.get(work)));
    }

    public Story completed(String work, String agent, long wrapUpSeconds) {
        return tell(new RoutingEvent.WorkCompleted(
                id(),
                tenant,
                centre,
                sequence,
                now,
                Fixtures.id(work),
                Fixtures.id("talk of " + work),
                agent,
                "done",
                List.of(),
                wrapUpSeconds == 0 ? null : now.plusSeconds(wrapUpSeconds)));
    }

    public Story wrappedUp(String work, String agent) {
        return tell(new RoutingEvent.WrapUpEnded(id(), tenant, centre, sequence, now, Fixtures.id(work), agent));
    }

    public Story cancelled(String work, String reason) {
        return tell(new RoutingEvent.WorkCancelled(
                id(),
                tenant,
                centre,
                sequence,
                now,
                Fixtures.id(work),
                Fixtures.id("talk of " + work),
                null,
                reason,
                List.of()));
    }

    public Story overflowed(String work) {
        return tell(new RoutingEvent.WorkOverflowed(id(), tenant, centre, sequence, now, "elsewhere", items.get(work)));
    }

    public Story late(String work, AlertLevel level) {
        return tell(new RoutingEvent.ServiceLevelAlert(
                id(),
                tenant,
                centre,
                sequence,
                now,
                Fixtures.id(work),
                items.get(work).queue(),
                level));
    }

    public Story present(String agent, Presence presence) {
        return tell(new RoutingEvent.PresenceChanged(id(), tenant, centre, sequence, now, agent, presence, null));
    }

    private WorkItem item(String work, String queue, List<UUID> messages) {
        Instant arrived = items.containsKey(work) ? items.get(work).arrivedAt() : now;
        var item = new WorkItem(
                Fixtures.id(work),
                Fixtures.id("talk of " + work),
                "email",
                "account",
                "handle",
                null,
                new Customer(Fixtures.id("customer of " + work), null, Standing.STANDARD, null),
                Visibility.PRIVATE,
                messages,
                new MessageReference(Fixtures.id("message of " + work), "provider", null, List.of(), arrived),
                new Understanding(
                        "de",
                        Relevance.REQUEST,
                        1,
                        0,
                        0,
                        0,
                        Map.of(),
                        0,
                        0,
                        "other",
                        List.of(),
                        "rules",
                        "1",
                        List.of()),
                queue,
                50,
                arrived,
                arrived.plusSeconds(60));
        items.put(work, item);
        return item;
    }

    private WorkItem due(WorkItem item, Instant deadline) {
        var due = new WorkItem(
                item.workItemId(),
                item.conversationId(),
                item.channel(),
                item.account(),
                item.handle(),
                item.handleName(),
                item.customer(),
                item.visibility(),
                item.messageIds(),
                item.latest(),
                item.understanding(),
                item.queue(),
                item.priority(),
                item.arrivedAt(),
                deadline);
        items.replaceAll((_, known) -> known.workItemId().equals(item.workItemId()) ? due : known);
        return due;
    }
}
