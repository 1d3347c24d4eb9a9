package io.switchboard.routing.engine;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work that comes to an agent by hand: picked, assigned, transferred, asked about. */
final class HandOvers {
    private final State state;
    private final Moves moves;

    HandOvers(State state, Moves moves) {
        this.state = state;
        this.moves = moves;
    }

    @Nullable
    String pick(Command.Pick asked) {
        @Nullable Work work = state.work(asked.work());
        if (work == null || work.place == Place.WRAPPING_UP) {
            return "unknown-work";
        }
        if (!work.isOpen()) {
            return "work-not-waiting";
        }
        @Nullable Desk desk = state.desk(asked.agent());
        if (desk == null) {
            return "unknown-agent";
        }
        if (desk.isGone()) {
            return "agent-gone";
        }
        if (!work.lastProfile().fits(desk.kind())) {
            return "not-qualified";
        }
        return give(work, desk, desk.name());
    }

    @Nullable
    String assign(Command.Assign asked) {
        @Nullable Work work = state.work(asked.work());
        if (work == null || work.place == Place.WRAPPING_UP) {
            return "unknown-work";
        }
        if (work.place == Place.HELD) {
            return "work-not-waiting";
        }
        @Nullable Desk desk = state.desk(asked.agent());
        if (desk == null) {
            return "unknown-agent";
        }
        return desk.isGone() ? "agent-gone" : give(work, desk, asked.by());
    }

    private @Nullable String give(Work work, Desk desk, String by) {
        boolean hasItAlready = work.place == Place.OFFERED && work.desk == desk;
        if (!hasItAlready && !state.layout().channels.fit(desk, work.channelIndex)) {
            return "no-room";
        }
        if (work.place == Place.OFFERED) {
            moves.withdraw(work, "assigned");
        }
        state.tell(new Event.Assigned(state.next(), state.now, work.id, desk.name(), by));
        moves.hold(work, desk);
        return null;
    }

    @Nullable
    String transfer(Command.Transfer asked) {
        @Nullable Work work = state.work(asked.work());
        @Nullable String refusal = AgentCommands.heldRefusal(work, asked.agent());
        if (work == null || refusal != null) {
            return refusal;
        }
        refusal = targetRefusal(work, asked.agent(), asked.target());
        if (refusal == null) {
            transfer(work, asked.target());
        }
        return refusal;
    }

    private @Nullable String targetRefusal(Work work, String from, Command.Target target) {
        return switch (target) {
            case Command.Target.ToAgent to -> agentRefusal(state.desk(to.agent()), from);
            case Command.Target.ToQueue to -> state.layout().queue(to.queue()) == null ? "unknown-queue" : null;
            case Command.Target.ToSkills to -> skillsRefusal(work, to.skills());
        };
    }

    private static @Nullable String agentRefusal(@Nullable Desk desk, String from) {
        if (desk == null) {
            return "unknown-agent";
        }
        if (desk.name().equals(from)) {
            return "same-agent";
        }
        return desk.isGone() ? "agent-gone" : null;
    }

    private @Nullable String skillsRefusal(Work work, Map<String, Integer> skills) {
        Map<String, Integer> asked = Requirements.merged(work.queue.rules.skills(), skills);
        return state.layout().somebodyMeets(asked, work.channelIndex) ? null : "nobody-has-these-skills";
    }

    private void transfer(Work work, Command.Target target) {
        Desk giver = work.who();
        state.tell(new Event.Transferred(state.next(), state.now, work.id, giver.name(), target));
        moves.exclude(work, giver);
        work.since = state.now;
        work.ring = 0;
        state.leave(work);
        // It waits from now on, and is counted when its question is taken back.
        moves.enqueue(work);
        moves.endConsultation(work);
        state.leave(work);
        send(work, target);
    }

    /** Work that is in no index goes where it was sent. */
    private void send(Work work, Command.Target target) {
        switch (target) {
            case Command.Target.ToAgent to -> {
                waitFor(work, to.agent());
                moves.enqueue(work);
                moves.tellIfElsewhere(work);
            }
            case Command.Target.ToQueue to -> {
                work.sentTo = to.queue();
                work.moreSkills = Map.of();
                state.sort(work, state.queueOf(work));
                moves.comeTo(work);
            }
            case Command.Target.ToSkills to -> {
                work.moreSkills = to.skills();
                work.rings = state.layout().rings(work.queue, work.channelIndex, work.language, work.moreSkills);
                moves.enqueue(work);
                moves.tellIfElsewhere(work);
            }
        }
    }

    private void waitFor(Work work, String agent) {
        work.include(agent);
        long time = Math.max(Moves.WAIT_FOR_ONE, work.queue.rules.preferredWait());
        moves.waitFor(work, Objects.requireNonNull(state.desk(agent)), state.now + time);
    }

    @Nullable
    String consult(Command.Consult asked) {
        @Nullable Work work = state.work(asked.work());
        @Nullable String refusal = AgentCommands.heldRefusal(work, asked.agent());
        if (work == null || refusal != null) {
            return refusal;
        }
        refusal = targetRefusal(work, asked.agent(), asked.target());
        if (refusal != null) {
            return refusal;
        }
        if (work.consultation != null) {
            return "consultation-open";
        }
        if (state.work(asked.consultation()) != null) {
            return "duplicate-work";
        }
        ask(work, asked.consultation(), asked.target());
        return null;
    }

    private void ask(Work about, UUID id, Command.Target target) {
        var arrival = new Command.Arrive(
                state.now, id, about.channel, about.topic, about.language, 100, false, state.now, null);
        var question = new Work(arrival, ++state.lastNumber, state.now, about.id, about.queue);
        question.exclude(about.who().name(), Timed.NEVER);
        about.consultation = question;
        state.changes.touch(about);
        question.sentTo = target instanceof Command.Target.ToQueue to ? to.queue() : about.sentTo;
        question.moreSkills = target instanceof Command.Target.ToSkills to ? to.skills() : Map.of();
        state.sort(question, state.queueOf(question));
        question.since = state.now;
        switch (target) {
            case Command.Target.ToAgent to -> {
                waitFor(question, to.agent());
                moves.queue(question);
            }
            case Command.Target.ToQueue _ -> moves.comeTo(question);
            case Command.Target.ToSkills _ -> moves.queue(question);
        }
    }
}
