package io.switchboard.gateway.desk;

import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.RoutingEvent;
import java.util.List;

/**
 * A message for every open desk of one agent, on whichever replica.
 *
 * @param agent whose desks
 * @param message what they are told
 */
public record Notice(Agent agent, DeskMessage message) {

    /** Returns whom an event concerns and what they are told, given what it changed. */
    static List<Notice> of(RoutingEvent event, Projected projected) {
        return switch (event) {
            case RoutingEvent.WorkOffered e
            when projected.offer() ->
                notices(
                        e,
                        e.agent(),
                        new DeskMessage.Offered(e.offerId(), e.expiresAt(), e.workItem(), e.explanation()));
            case RoutingEvent.OfferAccepted e
            when projected.work() ->
                notices(
                        e,
                        e.agent(),
                        new DeskMessage.OfferGone(e.offerId(), "accepted"),
                        new DeskMessage.Work(e.workItem()));
            case RoutingEvent.OfferDeclined e
            when projected.offer() -> notices(e, e.agent(), new DeskMessage.OfferGone(e.offerId(), "declined"));
            case RoutingEvent.OfferExpired e
            when projected.offer() -> notices(e, e.agent(), new DeskMessage.OfferGone(e.offerId(), "expired"));
            case RoutingEvent.OfferWithdrawn e
            when projected.offer() -> notices(e, e.agent(), new DeskMessage.OfferGone(e.offerId(), e.reason()));
            case RoutingEvent.MessageAdded e
            when projected.work() && projected.holder() != null ->
                notices(
                        e,
                        projected.holder(),
                        new DeskMessage.Work(e.workItem()),
                        new DeskMessage.Message(e.workItem().workItemId(), e.messageId()));
            case RoutingEvent.WorkReleased e
            when projected.work() ->
                notices(e, e.agent(), new DeskMessage.WorkGone(e.workItem().workItemId(), "released"));
            case RoutingEvent.WorkCompleted e
            when projected.work() -> notices(e, e.agent(), new DeskMessage.WorkGone(e.workItemId(), "completed"));
            case RoutingEvent.WorkAssigned e
            when projected.work() -> notices(e, e.agent(), new DeskMessage.Work(e.workItem()));
            case RoutingEvent.WorkTransferred e
            when projected.work() ->
                notices(e, e.agent(), new DeskMessage.WorkGone(e.workItem().workItemId(), "transferred"));
            case RoutingEvent.WorkDeferred e
            when projected.work() && e.agent() != null ->
                notices(e, e.agent(), new DeskMessage.WorkGone(e.workItem().workItemId(), e.reason()));
            case RoutingEvent.WorkCancelled e
            when projected.work() && e.agent() != null ->
                notices(e, e.agent(), new DeskMessage.WorkGone(e.workItemId(), e.reason()));
            case RoutingEvent.PresenceChanged e
            when projected.presence() ->
                notices(e, e.agent(), new DeskMessage.PresenceChanged(e.presence(), e.reason()));
            case RoutingEvent.CommandRefused e ->
                notices(e, e.agent(), new DeskMessage.Refused(e.commandId(), null, e.reason()));
            case RoutingEvent.WorkQueued _,
                    RoutingEvent.WorkOffered _,
                    RoutingEvent.OfferAccepted _,
                    RoutingEvent.OfferDeclined _,
                    RoutingEvent.OfferExpired _,
                    RoutingEvent.OfferWithdrawn _,
                    RoutingEvent.MessageAdded _,
                    RoutingEvent.WorkReleased _,
                    RoutingEvent.WorkCompleted _,
                    RoutingEvent.WorkDeferred _,
                    RoutingEvent.WorkAssigned _,
                    RoutingEvent.WorkTransferred _,
                    RoutingEvent.WorkCancelled _,
                    RoutingEvent.WorkOverflowed _,
                    RoutingEvent.WorkRelaxed _,
                    RoutingEvent.WrapUpEnded _,
                    RoutingEvent.ServiceLevelAlert _,
                    RoutingEvent.PriorityRaised _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.SetupApplied _ -> List.of();
        };
    }

    /** Returns what the agent who answered is told of their answer. */
    static Notice of(ReplyRequested reply, ReplyState state) {
        return new Notice(
                new Agent(reply.tenant(), reply.centre(), reply.agent()),
                new DeskMessage.Reply(state.replyId(), reply.workItemId(), state.outcome(), state.reason()));
    }

    private static List<Notice> notices(RoutingEvent event, String agent, DeskMessage... messages) {
        Agent whose = new Agent(event.tenant(), event.centre(), agent);
        return List.of(messages).stream()
                .map(message -> new Notice(whose, message))
                .toList();
    }
}
