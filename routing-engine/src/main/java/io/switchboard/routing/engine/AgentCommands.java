package io.switchboard.routing.engine;

import org.jspecify.annotations.Nullable;

/** What agents say about themselves, their offers and the work they hold. Each method returns null, or why it is refused. */
final class AgentCommands {
    private final State state;
    private final Moves moves;

    AgentCommands(State state, Moves moves) {
        this.state = state;
        this.moves = moves;
    }

    @Nullable
    String setPresence(Command.SetPresence asked) {
        @Nullable Desk desk = state.desk(asked.agent());
        if (desk == null) {
            return "unknown-agent";
        }
        if (asked.presence() == Presence.NOT_RESPONDING) {
            return "presence-not-allowed";
        }
        if (asked.presence() == desk.presence) {
            return "presence-unchanged";
        }
        moves.changePresence(desk, asked.presence(), asked.reason());
        return null;
    }

    @Nullable
    String accept(Command.Accept asked) {
        @Nullable Work work = state.offered(asked.offer());
        @Nullable String refusal = offerRefusal(work, asked.agent());
        if (work != null && refusal == null) {
            work.who().missedInARow = 0;
            moves.accept(work);
        }
        return refusal;
    }

    @Nullable
    String decline(Command.Decline asked) {
        @Nullable Work work = state.offered(asked.offer());
        @Nullable String refusal = offerRefusal(work, asked.agent());
        if (work != null && refusal == null) {
            Desk desk = work.who();
            desk.missedInARow = 0;
            moves.exclude(work, desk);
            state.tell(new Event.Declined(state.next(), state.now, work.id, desk.name(), work.offer, asked.reason()));
            moves.waitAgain(work);
        }
        return refusal;
    }

    private @Nullable String offerRefusal(@Nullable Work work, String agent) {
        if (state.desk(agent) == null) {
            return "unknown-agent";
        }
        if (work == null) {
            return "unknown-offer";
        }
        return work.who().name().equals(agent) ? null : "offer-not-yours";
    }

    @Nullable
    String complete(Command.Complete asked) {
        @Nullable Work work = state.work(asked.work());
        @Nullable String refusal = heldRefusal(work, asked.agent());
        if (work != null && refusal == null) {
            complete(work);
        }
        return refusal;
    }

    private void complete(Work work) {
        long wrapUp = work.queue.rules.wrapUp();
        long until = wrapUp == 0 ? 0 : state.now + wrapUp;
        state.tell(
                new Event.Completed(state.next(), state.now, work.id, work.who().name(), until));
        if (wrapUp == 0) {
            state.finish(work);
        } else {
            work.place = Place.WRAPPING_UP;
            work.until = until;
            state.touched(work);
        }
        moves.endConsultation(work);
    }

    @Nullable
    String endWrapUp(Command.EndWrapUp asked) {
        @Nullable Work work = state.work(asked.work());
        if (work == null) {
            return "unknown-work";
        }
        if (work.place != Place.WRAPPING_UP || !work.who().name().equals(asked.agent())) {
            return "not-your-work";
        }
        endWrapUp(work);
        return null;
    }

    void endWrapUp(Work work) {
        state.tell(new Event.WrapUpEnded(
                state.next(), state.now, work.id, work.who().name()));
        state.finish(work);
    }

    @Nullable
    String release(Command.Release asked) {
        @Nullable Work work = state.work(asked.work());
        @Nullable String refusal = heldRefusal(work, asked.agent());
        if (work != null && refusal == null) {
            moves.release(work, work.who(), asked.reason());
        }
        return refusal;
    }

    @Nullable
    String postpone(Command.Postpone asked) {
        @Nullable Work work = state.work(asked.work());
        @Nullable String refusal = heldRefusal(work, asked.agent());
        if (work == null || refusal != null) {
            return refusal;
        }
        if (asked.until() <= state.now) {
            return "time-has-passed";
        }
        moves.postpone(work, asked.until());
        return null;
    }

    static @Nullable String heldRefusal(@Nullable Work work, String agent) {
        if (work == null || work.place == Place.WRAPPING_UP) {
            return "unknown-work";
        }
        return work.isHeldBy(agent) ? null : "not-your-work";
    }
}
