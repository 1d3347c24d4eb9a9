package io.switchboard.contracts;

import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;

/** The CloudEvents types ({@code ce_type}) of every event. The last part is the version. */
public final class EventTypes {
    public static final String MESSAGE_RECEIVED = "io.switchboard.message.received.v1";
    public static final String MESSAGE_UNDERSTOOD = "io.switchboard.message.understood.v1";
    public static final String MESSAGES_CLAIMED = "io.switchboard.messages.claimed.v1";
    public static final String MESSAGE_IDENTIFIED = "io.switchboard.message.identified.v1";
    public static final String REPLY_REQUESTED = "io.switchboard.reply.requested.v1";
    public static final String REPLY_SETTLED = "io.switchboard.reply.settled.v1";
    public static final String UNDERSTANDING_CORRECTED = "io.switchboard.understanding.corrected.v1";
    public static final String CUSTOMER_CHANGED = "io.switchboard.customer.changed.v1";
    public static final String CUSTOMER_ERASED = "io.switchboard.customer.erased.v1";
    public static final String FIGURES_COUNTED = "io.switchboard.insight.counted.v1";
    public static final String SOURCE_RECORD = "io.switchboard.customer.source-record.v1";
    public static final String ROUTING_SETUP = "io.switchboard.routing.setup.v1";

    private EventTypes() {}

    /** Returns the type of a routing event, such as {@code io.switchboard.routing.work-offered.v1}. */
    public static String of(RoutingEvent event) {
        return routing(shortOf(event));
    }

    /** Returns the type as it is in the event itself, such as {@code work-offered}. */
    public static String shortOf(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued _ -> "work-queued";
            case RoutingEvent.WorkOffered _ -> "work-offered";
            case RoutingEvent.OfferAccepted _ -> "offer-accepted";
            case RoutingEvent.OfferDeclined _ -> "offer-declined";
            case RoutingEvent.OfferExpired _ -> "offer-expired";
            case RoutingEvent.OfferWithdrawn _ -> "offer-withdrawn";
            case RoutingEvent.MessageAdded _ -> "message-added";
            case RoutingEvent.WorkReleased _ -> "work-released";
            case RoutingEvent.WorkCompleted _ -> "work-completed";
            case RoutingEvent.PresenceChanged _ -> "presence-changed";
            case RoutingEvent.CommandRefused _ -> "command-refused";
            case RoutingEvent.SetupApplied _ -> "setup-applied";
            case RoutingEvent.WorkDeferred _ -> "work-deferred";
            case RoutingEvent.WorkAssigned _ -> "work-assigned";
            case RoutingEvent.WorkTransferred _ -> "work-transferred";
            case RoutingEvent.WorkCancelled _ -> "work-cancelled";
            case RoutingEvent.WorkOverflowed _ -> "work-overflowed";
            case RoutingEvent.WorkRelaxed _ -> "work-relaxed";
            case RoutingEvent.WrapUpEnded _ -> "wrap-up-ended";
            case RoutingEvent.ServiceLevelAlert _ -> "service-level-alert";
            case RoutingEvent.PriorityRaised _ -> "priority-raised";
        };
    }

    /** Returns the type of a routing command, such as {@code io.switchboard.routing.accept-offer.v1}. */
    public static String of(RoutingCommand command) {
        return routing(
                switch (command) {
                    case RoutingCommand.SetPresence _ -> "set-presence";
                    case RoutingCommand.AcceptOffer _ -> "accept-offer";
                    case RoutingCommand.DeclineOffer _ -> "decline-offer";
                    case RoutingCommand.CompleteWork _ -> "complete-work";
                    case RoutingCommand.ReleaseWork _ -> "release-work";
                    case RoutingCommand.EndWrapUp _ -> "end-wrap-up";
                    case RoutingCommand.PickWork _ -> "pick-work";
                    case RoutingCommand.AssignWork _ -> "assign-work";
                    case RoutingCommand.TransferWork _ -> "transfer-work";
                    case RoutingCommand.ConsultAboutWork _ -> "consult-about-work";
                    case RoutingCommand.PostponeWork _ -> "postpone-work";
                    case RoutingCommand.CancelWork _ -> "cancel-work";
                    case RoutingCommand.ReceiveWork _ -> "receive-work";
                });
    }

    private static String routing(String name) {
        return "io.switchboard.routing." + name + ".v1";
    }
}
