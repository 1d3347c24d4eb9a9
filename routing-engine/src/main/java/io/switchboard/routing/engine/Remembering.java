package io.switchboard.routing.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a centre gives to be remembered, and how it is built from that. */
final class Remembering {
    private Remembering() {}

    /** Returns what changed since the last call, by name; null for what is to be forgotten. */
    static Map<String, @Nullable Memory> takeChanges(State state) {
        Map<String, @Nullable Memory> changes = new LinkedHashMap<>();
        for (Object thing : state.changes.gone()) {
            switch (thing) {
                case Work work -> changes.put("work/" + work.id, null);
                case Desk desk -> changes.put("agent/" + desk.name(), null);
                case Queue queue -> changes.put("queue/" + queue.name(), null);
                default -> throw new IllegalStateException("never forgotten: " + thing);
            }
        }
        for (Object thing : state.changes.touched()) {
            Memory memory = switch (thing) {
                case Work work -> of(work);
                case Desk desk -> of(desk);
                case Queue queue -> of(queue);
                default -> throw new IllegalStateException("never remembered: " + thing);
            };
            changes.put(memory.name(), memory);
        }
        var counters = new Memory.Counters(state.now, state.sequence, state.lastNumber);
        changes.put(counters.name(), counters);
        state.changes.clear();
        return changes;
    }

    private static Memory.OfQueue of(Queue queue) {
        Pace pace = queue.pace;
        return new Memory.OfQueue(queue.name(), pace.mean, pace.samples, pace.lastTaken, pace.busySince);
    }

    private static Memory.OfAgent of(Desk desk) {
        return new Memory.OfAgent(desk.name(), desk.presence, desk.since, desk.freeSince, desk.missedInARow);
    }

    private static Memory.OfWork of(Work work) {
        return new Memory.OfWork(
                work.id,
                work.number,
                work.channel,
                work.topic,
                work.language,
                work.arrivedAt,
                work.priority,
                work.emergency,
                work.lastAgent,
                work.consultOf,
                work.consultation == null ? null : work.consultation.id,
                work.sentTo,
                work.toldQueue,
                work.moreSkills,
                work.place.name(),
                work.ring,
                work.since,
                work.preferred == null ? null : work.preferred.name(),
                work.preferredUntil,
                work.callBackBy,
                work.until,
                work.desk == null ? null : work.desk.name(),
                work.offer,
                work.told,
                work.excluded == null ? Map.of() : work.excluded);
    }

    static void restore(State state, Policy policy, Collection<Memory> memories) {
        Map<String, Memory.OfAgent> agents = new HashMap<>();
        for (Memory memory : memories) {
            if (memory instanceof Memory.Counters counters) {
                state.now = counters.now();
                state.sequence = counters.sequence();
                state.lastNumber = counters.lastNumber();
            } else if (memory instanceof Memory.OfAgent agent) {
                agents.put(agent.agent(), agent);
            }
        }
        for (Policy.Agent agent : policy.agents()) {
            state.add(desk(agent, agents.get(agent.name())));
        }
        restoreWork(state, memories);
        state.layOut(policy);
        restorePaces(state, memories);
        state.stirred.clear();
        state.changes.clear();
    }

    private static Desk desk(Policy.Agent agent, Memory.@Nullable OfAgent was) {
        var desk = new Desk(agent);
        if (was != null) {
            desk.presence = was.presence();
            desk.since = was.since();
            desk.freeSince = was.freeSince();
            desk.missedInARow = was.missedInARow();
        }
        return desk;
    }

    private static void restoreWork(State state, Collection<Memory> memories) {
        Map<UUID, Work> works = new HashMap<>();
        for (Memory memory : memories) {
            if (memory instanceof Memory.OfWork was) {
                works.put(was.work(), work(was, state));
            }
        }
        for (Memory memory : memories) {
            if (memory instanceof Memory.OfWork was && was.consultation() != null) {
                @Nullable Work question = works.get(was.consultation());
                // An older memory may name one that is over, whose id is another work's by now.
                if (question != null && was.work().equals(question.consultOf)) {
                    Objects.requireNonNull(works.get(was.work())).consultation = question;
                }
            }
        }
        works.values().forEach(state::restore);
    }

    private static Work work(Memory.OfWork was, State state) {
        var arrived = new Command.Arrive(
                was.arrivedAt(),
                was.work(),
                was.channel(),
                was.topic(),
                was.language(),
                was.priority(),
                was.emergency(),
                was.arrivedAt(),
                was.lastAgent());
        // Its queue is found when the policy is laid out.
        Queue queue = state.layout().queueFor(was.channel(), was.topic());
        var work = new Work(arrived, was.number(), was.arrivedAt(), was.consultOf(), queue);
        work.emergency = was.emergency();
        work.sentTo = was.sentTo();
        work.toldQueue = was.toldQueue();
        work.moreSkills = was.moreSkills();
        work.place = Place.valueOf(was.place());
        work.ring = was.ring();
        work.since = was.since();
        work.preferred = was.preferred() == null ? null : state.deskOrGhost(was.preferred());
        work.preferredUntil = was.preferredUntil();
        work.callBackBy = was.callBackBy();
        work.until = was.until();
        work.desk = was.agent() == null ? null : state.desk(was.agent());
        work.offer = was.offer();
        work.told = (byte) was.told();
        work.excluded = was.excluded().isEmpty() ? null : new HashMap<>(was.excluded());
        return work;
    }

    private static void restorePaces(State state, Collection<Memory> memories) {
        for (Memory memory : memories) {
            if (memory instanceof Memory.OfQueue was) {
                @Nullable Queue queue = state.layout().anyQueue(was.queue());
                if (queue != null) {
                    queue.pace.mean = was.mean();
                    queue.pace.samples = was.samples();
                    queue.pace.lastTaken = was.lastTaken();
                    queue.pace.busySince = was.busySince();
                }
            }
        }
    }
}
