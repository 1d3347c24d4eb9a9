package io.switchboard.routing.board;

import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.measures.AgentState;
import io.switchboard.routing.measures.Floor;
import io.switchboard.routing.measures.OpenWork;
import io.switchboard.routing.measures.Place;
import io.switchboard.routing.measures.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What measuring says, as writes to a centre's board. */
final class StepWrites {
    private StepWrites() {}

    /** Returns what one event writes. */
    static Writes of(Step step, Instant at, ZoneId zone) {
        var writes = new Writes();
        if (step.work() != null) {
            moved(
                    writes,
                    step.work().workItemId(),
                    step.work().before(),
                    step.work().after());
        }
        if (step.agent() != null) {
            agent(writes, step.agent().agent(), step.agent().now());
        }
        var tallies = new RecentTallies(zone);
        tallies.add(step.entries(), at);
        tallies.into(writes);
        return writes;
    }

    /** Returns what makes an empty board into one of this floor and these tallies. */
    static Writes of(Floor floor, RecentTallies tallies) {
        var writes = new Writes();
        floor.work().forEach((id, work) -> moved(writes, id, null, work));
        floor.agents().forEach((name, state) -> agent(writes, name, state));
        tallies.into(writes);
        return writes;
    }

    private static void moved(Writes writes, UUID id, @Nullable OpenWork before, @Nullable OpenWork after) {
        List<String> gone = new ArrayList<>(CountFields.of(before));
        List<String> come = new ArrayList<>(CountFields.of(after));
        gone.removeAll(CountFields.of(after));
        come.removeAll(CountFields.of(before));
        gone.forEach(field -> writes.count(field, -1));
        come.forEach(field -> writes.count(field, 1));
        line(writes, id, before, after);
        if (after == null) {
            writes.drop(BoardKeys.WORK, id.toString());
        } else {
            writes.put(BoardKeys.WORK, id.toString(), json(after));
        }
    }

    /** What waits stands in line by the time from which it waits. */
    private static void line(Writes writes, UUID id, @Nullable OpenWork before, @Nullable OpenWork after) {
        if (before != null && before.place() == Place.WAITING) {
            writes.leave(BoardKeys.waiting(before.queue()), id.toString());
        }
        if (after != null && after.place() == Place.WAITING) {
            writes.enter(
                    BoardKeys.waiting(after.queue()),
                    id.toString(),
                    after.start().toEpochMilli());
        }
    }

    private static void agent(Writes writes, String name, AgentState state) {
        writes.put(BoardKeys.AGENTS, name, json(state));
    }

    private static String json(Object state) {
        return EventJson.text(state);
    }
}
