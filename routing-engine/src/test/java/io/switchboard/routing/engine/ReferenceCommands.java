package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each command does; null when it was done, else the word it is refused with. */
final class ReferenceCommands {
    private final ReferenceState state;
    private final ReferenceMoves moves;
    private final ReferenceQueueing queueing;
    private final ReferenceArrivals arrivals;
    private final ReferenceHandingOn handingOn;
    private final ReferencePolicyChange policyChange;

    ReferenceCommands(ReferenceState state, ReferenceMoves moves) {
        this.state = state;
        this.moves = moves;
        queueing = new ReferenceQueueing(state);
        arrivals = new ReferenceArrivals(state, moves);
        handingOn = new ReferenceHandingOn(state, moves);
        policyChange = new ReferencePolicyChange(state, moves);
    }

    @Nullable
    String carryOut(Command command) {
        return switch (command) {
            case Command.Arrive arrive -> arrivals.arrive(arrive);
            case Command.Update update -> arrivals.update(update);
            case Command.Cancel cancel -> arrivals.cancel(cancel);
            case Command.SetPresence change -> setPresence(change);
            case Command.Accept accept -> accept(accept);
            case Command.Decline decline -> decline(decline);
            case Command.Complete complete -> complete(complete);
            case Command.EndWrapUp end -> endWrapUp(end);
            case Command.Release release -> release(release);
            case Command.Pick pick -> pick(pick);
            case Command.Assign assign -> assign(assign);
            case Command.Transfer transfer -> handingOn.transfer(transfer);
            case Command.Consult consult -> handingOn.consult(consult);
            case Command.Postpone postpone -> handingOn.postpone(postpone);
            case Command.Apply apply -> policyChange.apply(apply.policy());
            case Command.Tick tick -> null;
        };
    }

    private @Nullable String setPresence(Command.SetPresence change) {
        ReferenceAgent agent = state.agents.get(change.agent());
        if (agent == null) {
            return "unknown-agent";
        }
        if (change.presence() == Presence.NOT_RESPONDING) {
            return "presence-not-allowed";
        }
        if (change.presence() == agent.presence) {
            return "presence-unchanged";
        }
        moves.changePresence(agent, change.presence(), change.reason());
        return null;
    }

    private @Nullable ReferenceWork offered(long offer) {
        return state.work.stream()
                .filter(work -> work.state == State.OFFERED && work.offer == offer)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String refusalOfAnswer(String agent, @Nullable ReferenceWork work) {
        if (!state.agents.containsKey(agent)) {
            return "unknown-agent";
        }
        if (work == null) {
            return "unknown-offer";
        }
        return agent.equals(work.agent) ? null : "offer-not-yours";
    }

    private @Nullable String accept(Command.Accept accept) {
        ReferenceWork work = offered(accept.offer());
        String refusal = refusalOfAnswer(accept.agent(), work);
        if (refusal != null || work == null) {
            return refusal;
        }
        moves.agent(work).missed = 0;
        moves.hold(work, accept.agent());
        state.say((sequence, at) -> new Event.Accepted(sequence, at, work.id, accept.agent(), accept.offer()));
        return null;
    }

    private @Nullable String decline(Command.Decline decline) {
        ReferenceWork work = offered(decline.offer());
        String refusal = refusalOfAnswer(decline.agent(), work);
        if (refusal != null || work == null) {
            return refusal;
        }
        ReferenceAgent agent = moves.agent(work);
        agent.missed = 0;
        agent.freeSince = state.say((sequence, at) ->
                new Event.Declined(sequence, at, work.id, decline.agent(), decline.offer(), decline.reason()));
        moves.exclude(work, decline.agent());
        moves.waitAgain(work);
        return null;
    }

    private @Nullable String complete(Command.Complete complete) {
        ReferenceWork work = state.findOpen(complete.work());
        if (work == null) {
            return "unknown-work";
        }
        if (!work.isWith(complete.agent(), State.HELD)) {
            return "not-your-work";
        }
        long wrapUp = state.queue(work.queue).wrapUp();
        long until = wrapUp > 0 ? state.now + wrapUp : 0;
        long sequence = state.say((number, at) -> new Event.Completed(number, at, work.id, complete.agent(), until));
        if (wrapUp > 0) {
            work.state = State.WRAPPING_UP;
            work.until = until;
        } else {
            moves.agent(work).freeSince = sequence;
            state.work.remove(work);
        }
        moves.endConsultation(work);
        return null;
    }

    private @Nullable String endWrapUp(Command.EndWrapUp end) {
        ReferenceWork work = state.find(end.work());
        if (work == null) {
            return "unknown-work";
        }
        if (!work.isWith(end.agent(), State.WRAPPING_UP)) {
            return "not-your-work";
        }
        moves.endWrapUp(work);
        return null;
    }

    private @Nullable String release(Command.Release release) {
        ReferenceWork work = state.findOpen(release.work());
        if (work == null) {
            return "unknown-work";
        }
        if (!work.isWith(release.agent(), State.HELD)) {
            return "not-your-work";
        }
        moves.release(work, release.reason());
        return null;
    }

    private @Nullable String pick(Command.Pick pick) {
        ReferenceWork work = state.findOpen(pick.work());
        String refusal = refusalOfTaking(pick.work(), pick.agent(), false);
        if (refusal != null || work == null) {
            return refusal;
        }
        if (!queueing.fitsLastRing(work, pick.agent())) {
            return "not-qualified";
        }
        return take(work, pick.agent(), pick.agent());
    }

    private @Nullable String assign(Command.Assign assign) {
        ReferenceWork work = state.findOpen(assign.work());
        String refusal = refusalOfTaking(assign.work(), assign.agent(), true);
        if (refusal != null || work == null) {
            return refusal;
        }
        return take(work, assign.agent(), assign.by());
    }

    private @Nullable String refusalOfTaking(UUID id, String agent, boolean offeredToo) {
        ReferenceWork work = state.findOpen(id);
        if (work == null) {
            return "unknown-work";
        }
        if (!work.waitsOrIsDeferred() && !(offeredToo && work.state == State.OFFERED)) {
            return "work-not-waiting";
        }
        if (!state.agents.containsKey(agent)) {
            return "unknown-agent";
        }
        return state.isGone(agent) ? "agent-gone" : null;
    }

    private @Nullable String take(ReferenceWork work, String agent, String by) {
        // What they are offered they may take: they could accept it as well.
        if (!work.isWith(agent, State.OFFERED) && !state.hasRoom(moves.agent(agent), work)) {
            return "no-room";
        }
        if (work.state == State.OFFERED) {
            moves.withdraw(work, "assigned");
        }
        moves.hold(work, agent);
        moves.agent(work).freeSince = state.say((sequence, at) -> new Event.Assigned(sequence, at, work.id, agent, by));
        return null;
    }
}
