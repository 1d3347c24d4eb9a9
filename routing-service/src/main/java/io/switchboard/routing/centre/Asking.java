package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.TransferTarget;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Command.Target;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Place;
import io.switchboard.routing.engine.WorkView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what agents and supervisors ask into the engine's commands. */
final class Asking {

    /** Either a command for the engine or the word why there is none. */
    sealed interface Asked {
        /** The engine decides. */
        record Do(Command command) implements Asked {}

        /** Refused before the engine is asked. */
        record Refuse(String reason) implements Asked {}
    }

    private final Engine engine;
    private final OpenItems items;
    private final Journal journal;
    private final Numbered offers;

    Asking(Engine engine, OpenItems items, Journal journal, Numbered offers) {
        this.engine = engine;
        this.items = items;
        this.journal = journal;
        this.offers = offers;
    }

    Asked ask(RoutingCommand command) {
        if (items.commands.contains(command.commandId())) {
            return new Asked.Refuse("duplicate-command");
        }
        items.note(items.commands.add(command.commandId()));
        long at = journal.now().toEpochMilli();
        String agent = command.agent();
        return switch (command) {
            case RoutingCommand.SetPresence c ->
                go(new Command.SetPresence(at, agent, Words.of(c.presence()), c.reason()));
            case RoutingCommand.AcceptOffer c -> go(new Command.Accept(at, agent, offers.numberOf(c.offerId())));
            case RoutingCommand.DeclineOffer c ->
                go(new Command.Decline(at, agent, offers.numberOf(c.offerId()), c.reason()));
            case RoutingCommand.CompleteWork c -> complete(c, at);
            case RoutingCommand.ReleaseWork c -> go(new Command.Release(at, agent, c.workItemId(), c.reason()));
            case RoutingCommand.EndWrapUp c -> go(new Command.EndWrapUp(at, agent, c.workItemId()));
            case RoutingCommand.PickWork c -> go(new Command.Pick(at, agent, c.workItemId()));
            case RoutingCommand.AssignWork c -> go(new Command.Assign(at, c.toAgent(), c.workItemId(), agent));
            case RoutingCommand.TransferWork c -> transfer(c, at);
            case RoutingCommand.ConsultAboutWork c -> consult(c, at);
            case RoutingCommand.PostponeWork c ->
                go(new Command.Postpone(at, agent, c.workItemId(), c.until().toEpochMilli()));
            case RoutingCommand.CancelWork c -> go(new Command.Cancel(at, c.workItemId(), c.reason()));
            case RoutingCommand.ReceiveWork c -> receive(c, at);
        };
    }

    private static Asked go(Command command) {
        return new Asked.Do(command);
    }

    /** An agent who has not seen the customer's latest words can't be done with them. */
    private Asked complete(RoutingCommand.CompleteWork asked, long at) {
        @Nullable WorkItem item = items.find(asked.workItemId());
        @Nullable UUID seen = asked.lastSeen();
        boolean unread =
                item != null && seen != null && !seen.equals(item.latest().messageId());
        return unread && isHeldBy(asked.workItemId(), asked.agent())
                ? new Asked.Refuse("customer-wrote-again")
                : go(new Command.Complete(at, asked.agent(), asked.workItemId()));
    }

    private boolean isHeldBy(UUID workItemId, String agent) {
        @Nullable WorkView work = engine.view(workItemId);
        return work != null && work.place() == Place.HELD && agent.equals(work.agent());
    }

    private static Asked transfer(RoutingCommand.TransferWork asked, long at) {
        @Nullable Target target = target(asked.to());
        return target == null
                ? new Asked.Refuse("no-such-target")
                : go(new Command.Transfer(at, asked.agent(), asked.workItemId(), target));
    }

    private static Asked consult(RoutingCommand.ConsultAboutWork asked, long at) {
        @Nullable Target target = target(asked.to());
        if (target == null) {
            return new Asked.Refuse("no-such-target");
        }
        UUID question = Ids.of("consult", asked.workItemId(), asked.commandId());
        return go(new Command.Consult(at, asked.agent(), asked.workItemId(), question, target));
    }

    private Asked receive(RoutingCommand.ReceiveWork asked, long at) {
        if (items.find(asked.workItem().workItemId()) != null) {
            return new Asked.Refuse("duplicate-work");
        }
        items.put(asked.workItem());
        return go(Arrivals.arrival(asked.workItem(), false, at));
    }

    private static @Nullable Target target(TransferTarget to) {
        return Words.of(to);
    }
}
