package io.switchboard.routing.centre;

import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.TransferTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A centre with a clock that the test turns, whose events are told as short sentences; alerts are in {@code last} only. */
final class Floor {
    final Centre centre = new Centre("acme", "main");
    Instant now = Fixtures.NINE;
    List<RoutingEvent> last = List.of();
    private int commands;

    Floor(RoutingSetup setup) {
        gets(setup);
    }

    Floor() {}

    Floor later(Duration time) {
        now = now.plus(time);
        return this;
    }

    List<String> gets(RoutingSetup setup) {
        return told(new Input.SetupChanged(setup));
    }

    List<String> gets(Fixtures.MessageBuilder message) {
        return gets(message.at(now).identified());
    }

    List<String> gets(MessageIdentified message) {
        return told(new Input.MessageArrived(message));
    }

    List<String> ticks() {
        return told(new Input.TimePassed());
    }

    List<String> available(String agent) {
        return presence(agent, Presence.AVAILABLE);
    }

    List<String> presence(String agent, Presence presence) {
        return gets(new RoutingCommand.SetPresence(nextId(), "acme", "main", agent, now, presence, null));
    }

    List<String> accepts(String agent, UUID offer) {
        return gets(new RoutingCommand.AcceptOffer(nextId(), "acme", "main", agent, now, offer));
    }

    List<String> declines(String agent, UUID offer) {
        return gets(new RoutingCommand.DeclineOffer(nextId(), "acme", "main", agent, now, offer, "busy"));
    }

    List<String> completes(String agent, UUID work) {
        return gets(new RoutingCommand.CompleteWork(nextId(), "acme", "main", agent, now, work, "solved", null));
    }

    List<String> completesHavingSeen(String agent, UUID work, UUID message) {
        return gets(new RoutingCommand.CompleteWork(nextId(), "acme", "main", agent, now, work, "solved", message));
    }

    List<String> releases(String agent, UUID work) {
        return gets(new RoutingCommand.ReleaseWork(nextId(), "acme", "main", agent, now, work, "lunch"));
    }

    List<String> transfers(String agent, UUID work, TransferTarget to) {
        return gets(new RoutingCommand.TransferWork(nextId(), "acme", "main", agent, now, work, to));
    }

    List<String> consults(String agent, UUID work, TransferTarget to) {
        return gets(new RoutingCommand.ConsultAboutWork(nextId(), "acme", "main", agent, now, work, to));
    }

    List<String> gets(RoutingCommand command) {
        return told(new Input.CommandGiven(command));
    }

    UUID nextId() {
        return Fixtures.id("command " + commands++);
    }

    /** The offer made last. */
    UUID offer() {
        return offered().offerId();
    }

    RoutingEvent.WorkOffered offered() {
        return last.stream()
                .filter(RoutingEvent.WorkOffered.class::isInstance)
                .map(RoutingEvent.WorkOffered.class::cast)
                .reduce((_, second) -> second)
                .orElseThrow();
    }

    /** The work a message opened in a conversation of its own. */
    UUID work(String message) {
        return Ids.of("work", Fixtures.id("of " + message), Fixtures.id(message));
    }

    private List<String> told(Input input) {
        last = centre.handle(input, now);
        return last.stream()
                .filter(event -> !(event instanceof RoutingEvent.ServiceLevelAlert))
                .map(Floor::told)
                .collect(Collectors.toList());
    }

    static String told(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e -> "queued in " + e.workItem().queue();
            case RoutingEvent.WorkOffered e -> "offered to " + e.agent();
            case RoutingEvent.OfferAccepted e -> "accepted by " + e.agent();
            case RoutingEvent.OfferDeclined e -> "declined by " + e.agent();
            case RoutingEvent.OfferExpired e -> "expired with " + e.agent();
            case RoutingEvent.OfferWithdrawn e -> "withdrawn from " + e.agent() + ": " + e.reason();
            case RoutingEvent.MessageAdded e -> "message added, agent " + e.agent();
            case RoutingEvent.WorkReleased e -> "released by " + e.agent() + ": " + e.reason();
            case RoutingEvent.WorkCompleted e ->
                "completed by " + e.agent() + ", messages " + e.messageIds().size();
            case RoutingEvent.PresenceChanged e -> e.agent() + " is " + e.presence();
            case RoutingEvent.CommandRefused e -> "refused: " + e.reason();
            case RoutingEvent.SetupApplied e -> "setup " + e.version();
            case RoutingEvent.WorkDeferred e -> "deferred: " + e.reason();
            case RoutingEvent.WorkAssigned e -> "assigned to " + e.agent() + " by " + e.by();
            case RoutingEvent.WorkTransferred e -> "transferred by " + e.agent();
            case RoutingEvent.WorkCancelled e -> "cancelled: " + e.reason();
            case RoutingEvent.WorkOverflowed e -> "overflowed to " + e.toCentre();
            case RoutingEvent.WorkRelaxed e -> "relaxed to ring " + e.ring();
            case RoutingEvent.WrapUpEnded e -> "wrap-up of " + e.agent() + " ended";
            case RoutingEvent.ServiceLevelAlert e -> "late: " + e.level();
            case RoutingEvent.PriorityRaised e -> "raised to " + e.priority();
        };
    }
}
