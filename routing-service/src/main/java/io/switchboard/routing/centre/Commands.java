package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents ask for. Each method returns null when it was done, or the fixed word why it was refused. */
final class Commands {
    private final CentreState state;
    private final Journal journal;
    private final Moves moves;

    Commands(CentreState state, Journal journal, Moves moves) {
        this.state = state;
        this.journal = journal;
        this.moves = moves;
    }

    void handle(RoutingCommand command) {
        @Nullable String refusal = refusal(command);
        if (refusal != null) {
            journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.CommandRefused(
                    id, tenant, centre, sequence, at, command.commandId(), command.agent(), refusal));
        }
    }

    private @Nullable String refusal(RoutingCommand command) {
        if (state.commands.contains(command.commandId())) {
            return "duplicate-command";
        }
        state.note(state.commands.add(command.commandId()));
        @Nullable Desk desk = state.desk(command.agent());
        if (desk == null) {
            return "unknown-agent";
        }
        return switch (command) {
            case RoutingCommand.SetPresence asked -> setPresence(desk, asked);
            case RoutingCommand.AcceptOffer asked -> accept(desk, asked.offerId());
            case RoutingCommand.DeclineOffer asked -> decline(desk, asked);
            case RoutingCommand.CompleteWork asked -> complete(desk, asked);
            case RoutingCommand.ReleaseWork asked -> release(desk, asked);
        };
    }

    private @Nullable String setPresence(Desk desk, RoutingCommand.SetPresence asked) {
        if (asked.presence() == Presence.NOT_RESPONDING) {
            return "presence-not-allowed";
        }
        if (asked.presence() == desk.state.presence()) {
            return "presence-unchanged";
        }
        moves.changePresence(desk, asked.presence(), asked.reason());
        return null;
    }

    private @Nullable String accept(Desk desk, UUID offerId) {
        @Nullable OpenWork work = state.workOfOffer(offerId);
        @Nullable String refusal = offerRefusal(work, desk);
        if (work != null && refusal == null) {
            moves.accept(work, desk, offerId);
        }
        return refusal;
    }

    private @Nullable String decline(Desk desk, RoutingCommand.DeclineOffer asked) {
        @Nullable OpenWork work = state.workOfOffer(asked.offerId());
        @Nullable String refusal = offerRefusal(work, desk);
        if (work != null && refusal == null) {
            moves.decline(work, desk, asked.offerId(), asked.reason());
        }
        return refusal;
    }

    private @Nullable String complete(Desk desk, RoutingCommand.CompleteWork asked) {
        @Nullable OpenWork work = state.work(asked.workItemId());
        @Nullable String refusal = completionRefusal(work, desk, asked.lastSeen());
        if (work != null && refusal == null) {
            moves.complete(work, desk, asked.disposition());
        }
        return refusal;
    }

    private @Nullable String release(Desk desk, RoutingCommand.ReleaseWork asked) {
        @Nullable OpenWork work = state.work(asked.workItemId());
        @Nullable String refusal = workRefusal(work, desk);
        if (work != null && refusal == null) {
            moves.release(work, desk, asked.reason());
        }
        return refusal;
    }

    private static @Nullable String offerRefusal(@Nullable OpenWork work, Desk desk) {
        if (work == null) {
            return "unknown-offer";
        }
        return desk.name().equals(work.placement().agent()) ? null : "offer-not-yours";
    }

    /** An agent who has not seen the customer's latest words can't be done with them. */
    private static @Nullable String completionRefusal(@Nullable OpenWork work, Desk desk, @Nullable UUID lastSeen) {
        @Nullable String refusal = workRefusal(work, desk);
        boolean unread = work != null
                && lastSeen != null
                && !lastSeen.equals(work.item().latest().messageId());
        return refusal == null && unread ? "customer-wrote-again" : refusal;
    }

    private static @Nullable String workRefusal(@Nullable OpenWork work, Desk desk) {
        if (work == null) {
            return "unknown-work-item";
        }
        return work.placement().equals(new Placement.Held(desk.name())) ? null : "not-your-work-item";
    }
}
