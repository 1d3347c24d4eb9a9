package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.AlertLevel;
import io.switchboard.contracts.routing.Expectation;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.routing.engine.Event;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells others what the engine decided, in the words of the contracts, with the description of the work. */
final class Telling {
    /** Words of the engine that the contract has others for. */
    private static final Map<String, String> REASONS =
            Map.of("unknown-work", "unknown-work-item", "not-your-work", "not-your-work-item");

    private final OpenItems items;
    private final Journal journal;
    private final Numbered offers;
    private @Nullable RoutingCommand cause;
    private @Nullable RoutingSetup setup;

    Telling(OpenItems items, Journal journal, Numbered offers) {
        this.items = items;
        this.journal = journal;
        this.offers = offers;
    }

    /** What comes next follows from this command, or from none. */
    void because(@Nullable RoutingCommand command) {
        cause = command;
    }

    void under(@Nullable RoutingSetup inForce) {
        setup = inForce;
    }

    void tell(Event event) {
        switch (event) {
            case Event.OfWork of -> tellOfWork(of);
            case Event.PresenceChanged e ->
                journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.PresenceChanged(
                        id, tenant, centre, sequence, at, e.agent(), Words.of(e.presence()), e.reason()));
            case Event.Applied e -> tellApplied(e.version());
            case Event.Refused e -> refused(e.reason());
        }
    }

    private void tellApplied(String version) {
        @Nullable String by = setup == null ? null : setup.changedBy();
        @Nullable Instant when = setup == null ? null : setup.changedAt();
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.SetupApplied(id, tenant, centre, sequence, at, version, by, when));
    }

    /** The command at hand changed nothing. What was no command is refused silently: it was known before. */
    void refused(String reason) {
        if (cause != null) {
            RoutingCommand command = cause;
            journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.CommandRefused(
                    id,
                    tenant,
                    centre,
                    sequence,
                    at,
                    command.commandId(),
                    command.agent(),
                    REASONS.getOrDefault(reason, reason)));
        }
    }

    private void tellOfWork(Event.OfWork event) {
        switch (event) {
            case Event.Queued e -> queued(e);
            case Event.Deferred e -> deferred(e);
            case Event.Offered e -> offered(e);
            case Event.Accepted e -> accepted(e);
            case Event.Declined _, Event.Expired _, Event.Withdrawn _ -> offerOver(event);
            case Event.Assigned _, Event.Released _, Event.Transferred _ -> moved(event);
            case Event.Completed e -> completed(e);
            case Event.Cancelled e -> cancelled(e);
            case Event.Overflowed e -> overflowed(e);
            case Event.WrapUpEnded _, Event.Relaxed _, Event.Raised _ -> noted(event);
            case Event.Warned e -> alert(e.work(), e.queue(), AlertLevel.WARNED);
            case Event.Breached e -> alert(e.work(), e.queue(), AlertLevel.BREACHED);
            case Event.Escalated e -> alert(e.work(), e.queue(), AlertLevel.ESCALATED);
        }
    }

    private void queued(Event.Queued queued) {
        WorkItem item = placed(queued.work(), queued.queue(), queued.deadline());
        Expectation expectation = Words.of(queued.waiting(), queued.expectation());
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.WorkQueued(id, tenant, centre, sequence, at, item, expectation, queued.consultOf()));
    }

    private void deferred(Event.Deferred deferred) {
        WorkItem item = placed(deferred.work(), deferred.queue(), deferred.deadline());
        @Nullable String agent = cause instanceof RoutingCommand.PostponeWork asked ? asked.agent() : null;
        @Nullable String answer = deferred.reason().equals("closed") ? Words.afterHours(setup, deferred.queue()) : null;
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.WorkDeferred(
                id,
                tenant,
                centre,
                sequence,
                at,
                Instant.ofEpochMilli(deferred.until()),
                agent,
                deferred.reason(),
                answer,
                item));
    }

    private WorkItem placed(UUID work, String queue, long deadline) {
        WorkItem item = WorkItems.inQueue(described(work), queue, Instant.ofEpochMilli(deadline));
        items.put(item);
        return item;
    }

    /** A question about work is described by the work it is about. */
    private WorkItem described(UUID work) {
        @Nullable WorkItem known = items.find(work);
        return known == null && cause instanceof RoutingCommand.ConsultAboutWork asked
                ? WorkItems.question(items.get(asked.workItemId()), work, journal.now())
                : items.get(work);
    }

    private void offered(Event.Offered offered) {
        WorkItem item = items.get(offered.work());
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.WorkOffered(
                id,
                tenant,
                centre,
                sequence,
                at,
                offers.of(offered.sequence()),
                offered.agent(),
                Instant.ofEpochMilli(offered.expiresAt()),
                item,
                Words.of(offered.explanation(), item, offered.agent())));
    }

    private void accepted(Event.Accepted accepted) {
        WorkItem item = items.get(accepted.work());
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.OfferAccepted(
                id, tenant, centre, sequence, at, offers.of(accepted.offer()), accepted.agent(), item));
    }

    private void offerOver(Event event) {
        journal.write((id, tenant, centre, sequence, at) -> switch (event) {
            case Event.Declined e ->
                new RoutingEvent.OfferDeclined(
                        id, tenant, centre, sequence, at, offers.of(e.offer()), e.work(), e.agent(), e.reason());
            case Event.Expired e ->
                new RoutingEvent.OfferExpired(
                        id, tenant, centre, sequence, at, offers.of(e.offer()), e.work(), e.agent());
            case Event.Withdrawn e ->
                new RoutingEvent.OfferWithdrawn(
                        id, tenant, centre, sequence, at, offers.of(e.offer()), e.work(), e.agent(), e.reason());
            default -> throw new IllegalStateException("no end of an offer: " + event);
        });
    }

    private void moved(Event.OfWork event) {
        WorkItem item = items.get(event.work());
        journal.write((id, tenant, centre, sequence, at) -> switch (event) {
            case Event.Assigned e ->
                new RoutingEvent.WorkAssigned(id, tenant, centre, sequence, at, e.agent(), e.by(), item);
            case Event.Released e ->
                new RoutingEvent.WorkReleased(id, tenant, centre, sequence, at, e.agent(), e.reason(), item);
            case Event.Transferred e ->
                new RoutingEvent.WorkTransferred(
                        id, tenant, centre, sequence, at, e.agent(), Words.of(e.target()), item);
            default -> throw new IllegalStateException("no move: " + event);
        });
    }

    private void completed(Event.Completed completed) {
        WorkItem item = items.remove(completed.work());
        @Nullable String disposition = cause instanceof RoutingCommand.CompleteWork asked ? asked.disposition() : null;
        @Nullable Instant wrapUp = completed.wrapUpUntil() == 0 ? null : Instant.ofEpochMilli(completed.wrapUpUntil());
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.WorkCompleted(
                id,
                tenant,
                centre,
                sequence,
                at,
                item.workItemId(),
                item.conversationId(),
                completed.agent(),
                disposition,
                item.messageIds(),
                wrapUp));
    }

    private void cancelled(Event.Cancelled cancelled) {
        WorkItem item = items.remove(cancelled.work());
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.WorkCancelled(
                id,
                tenant,
                centre,
                sequence,
                at,
                item.workItemId(),
                item.conversationId(),
                cancelled.agent(),
                cancelled.reason(),
                item.messageIds()));
    }

    private void overflowed(Event.Overflowed overflowed) {
        WorkItem item = items.remove(overflowed.work());
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.WorkOverflowed(id, tenant, centre, sequence, at, overflowed.toCentre(), item));
    }

    private void noted(Event.OfWork event) {
        journal.write((id, tenant, centre, sequence, at) -> switch (event) {
            case Event.WrapUpEnded e ->
                new RoutingEvent.WrapUpEnded(id, tenant, centre, sequence, at, e.work(), e.agent());
            case Event.Relaxed e -> new RoutingEvent.WorkRelaxed(id, tenant, centre, sequence, at, e.work(), e.ring());
            case Event.Raised e ->
                new RoutingEvent.PriorityRaised(
                        id, tenant, centre, sequence, at, e.work(), e.priority(), e.emergency());
            default -> throw new IllegalStateException("nothing to note: " + event);
        });
    }

    private void alert(UUID work, String queue, AlertLevel level) {
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.ServiceLevelAlert(id, tenant, centre, sequence, at, work, queue, level));
    }
}
