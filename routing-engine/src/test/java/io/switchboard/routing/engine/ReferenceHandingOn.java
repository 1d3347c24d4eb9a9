package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Command.Target;
import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers, questions to others, and call-backs. */
final class ReferenceHandingOn {
    private static final int PRIORITY_OF_QUESTIONS = 100;

    private final ReferenceState state;
    private final ReferenceMoves moves;
    private final ReferenceQueueing queueing;

    ReferenceHandingOn(ReferenceState state, ReferenceMoves moves) {
        this.state = state;
        this.moves = moves;
        queueing = new ReferenceQueueing(state);
    }

    @Nullable
    String transfer(Command.Transfer transfer) {
        String refusal = refusal(transfer.work(), transfer.agent(), transfer.target());
        if (refusal != null) {
            return refusal;
        }
        ReferenceWork work = held(transfer.work());
        moves.agent(work).freeSince = state.say(
                (sequence, at) -> new Event.Transferred(sequence, at, work.id, transfer.agent(), transfer.target()));
        moves.exclude(work, transfer.agent());
        work.state = State.WAITING;
        work.agent = null;
        moves.dropExclusions(work);
        moves.endConsultation(work);
        work.since = state.now;
        work.ring = 0;
        work.preferred = null;
        send(work, transfer.target());
        return null;
    }

    @Nullable
    String consult(Command.Consult consult) {
        String refusal = refusal(consult.work(), consult.agent(), consult.target());
        if (refusal != null) {
            return refusal;
        }
        ReferenceWork asked = held(consult.work());
        if (state.work.stream().anyMatch(work -> work.asksAbout == asked)) {
            return "consultation-open";
        }
        if (state.find(consult.consultation()) != null) {
            return "duplicate-work";
        }
        ReferenceWork work = new ReferenceWork(
                ++state.lastNumber,
                consult.consultation(),
                asked.channel,
                asked.topic,
                asked.language,
                state.now,
                null,
                asked);
        work.priority = PRIORITY_OF_QUESTIONS;
        work.excluded.put(consult.agent(), Long.MAX_VALUE);
        work.sentTo = asked.sentTo;
        work.since = state.now;
        state.work.add(work);
        queueing.sort(work);
        send(work, consult.target());
        return null;
    }

    private void send(ReferenceWork work, Target target) {
        switch (target) {
            case Target.ToAgent(String agent) -> {
                work.excluded.remove(agent);
                long wait = state.queue(work.queue).preferredWait();
                queueing.waitFor(work, agent, state.now + Math.max(ReferenceMoves.SENT_TO_AGENT, wait));
            }
            case Target.ToQueue(String queue) -> {
                work.sentTo = queue;
                work.addedSkills = Map.of();
                queueing.sort(work);
                queueing.sayQueuedOrClosed(work);
            }
            case Target.ToSkills(Map<String, Integer> skills) -> work.addedSkills = skills;
        }
        queueing.sayQueuedIfElsewhere(work);
    }

    @Nullable
    String postpone(Command.Postpone postpone) {
        String refusal = refusalOfHolder(postpone.work(), postpone.agent());
        if (refusal != null) {
            return refusal;
        }
        if (postpone.until() <= state.now) {
            return "time-has-passed";
        }
        ReferenceWork work = held(postpone.work());
        ReferenceAgent agent = moves.agent(work);
        agent.freeSince = queueing.defer(work, postpone.until(), "call-back");
        work.callBackBy = agent.name();
        work.excluded.remove(agent.name());
        moves.endConsultation(work);
        return null;
    }

    private ReferenceWork held(UUID id) {
        return Objects.requireNonNull(state.findOpen(id));
    }

    private @Nullable String refusalOfHolder(UUID id, String agent) {
        ReferenceWork work = state.findOpen(id);
        if (work == null) {
            return "unknown-work";
        }
        return work.isWith(agent, State.HELD) ? null : "not-your-work";
    }

    private @Nullable String refusal(UUID id, String giver, Target target) {
        String refusal = refusalOfHolder(id, giver);
        if (refusal != null) {
            return refusal;
        }
        return switch (target) {
            case Target.ToAgent(String agent) -> refusalOfAgent(giver, agent);
            case Target.ToQueue(String queue) -> state.hasQueue(queue) ? null : "unknown-queue";
            case Target.ToSkills(Map<String, Integer> skills) ->
                anybodyHas(held(id), skills) ? null : "nobody-has-these-skills";
        };
    }

    private @Nullable String refusalOfAgent(String giver, String agent) {
        if (!state.agents.containsKey(agent)) {
            return "unknown-agent";
        }
        if (agent.equals(giver)) {
            return "same-agent";
        }
        return state.isGone(agent) ? "agent-gone" : null;
    }

    private boolean anybodyHas(ReferenceWork work, Map<String, Integer> skills) {
        Map<String, Integer> all =
                ReferenceRequirement.both(state.queue(work.queue).skills(), skills);
        return new ReferenceRequirement(
                        List.of(all), state.channel(work.channel).weight())
                .anyOf(state.policy.agents());
    }
}
