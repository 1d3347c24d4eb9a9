package io.switchboard.simulation.replay;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Event;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.centre.Behaviour;
import io.switchboard.simulation.centre.Shift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a recording says about the people of a centre: found by telling it to an engine and following both the commands and
 * the events.
 */
final class RecordedDay {
    private final Engine engine = new Engine();
    private final Map<UUID, Story> stories = new LinkedHashMap<>();
    private final Map<String, Integer> agents = new HashMap<>();
    private final Map<Long, Long> offered = new HashMap<>();
    private final List<Shift> shifts = new ArrayList<>();
    private @Nullable Policy policy;
    private long offers;
    private long declined;
    private long expired;
    private long accepted;
    private long answerTime;
    private long returns;
    private long awayTime;
    private final Map<String, Long> awaySince = new HashMap<>();
    private long end;

    /** Reads a recording to its end. It has one policy, at the beginning. */
    static RecordedDay of(Recording recording) {
        RecordedDay day = new RecordedDay();
        recording.read(day::follow);
        return day;
    }

    Policy policy() {
        if (policy == null) {
            throw new IllegalStateException("The recording has no policy");
        }
        return policy;
    }

    List<Story> stories() {
        return List.copyOf(stories.values());
    }

    List<Shift> shifts() {
        return List.copyOf(shifts);
    }

    long end() {
        return end;
    }

    /** How agents answered, on average. */
    Behaviour behaviour(long seed) {
        return new Behaviour(
                share(declined, offers),
                share(expired, offers),
                mean(answerTime, accepted),
                mean(awayTime, returns),
                seed);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static long mean(long sum, long count) {
        return Math.round(share(sum, count));
    }

    private void follow(Command command) {
        end = Math.max(end, command.at());
        switch (command) {
            case Command.Apply apply -> {
                if (policy != null) {
                    throw new IllegalArgumentException("A recording in which the policy changes cannot be tried anew");
                }
                policy = apply.policy();
                apply.policy().agents().forEach(agent -> agents.put(agent.name(), agents.size()));
            }
            case Command.Arrive arrive -> stories.putIfAbsent(arrive.work(), new Story(arrive));
            case Command.SetPresence set -> shift(set);
            default -> {}
        }
        engine.handle(command, this::follow);
    }

    // Coming back after missed offers is no shift: whether it comes to that depends on the policy.
    private void shift(Command.SetPresence set) {
        Integer agent = agents.get(set.agent());
        Long since = awaySince.remove(set.agent());
        if (since != null) {
            returns++;
            awayTime += set.at() - since;
        } else if (agent != null) {
            shifts.add(new Shift(set.at(), agent, set.presence()));
        }
    }

    private void follow(Event event) {
        switch (event) {
            case Event.Queued e -> story(e.work()).deadline = e.deadline();
            case Event.Offered e -> {
                offers++;
                offered.put(e.sequence(), e.at());
            }
            case Event.Accepted e -> {
                accepted++;
                Long since = offered.remove(e.offer());
                answerTime += since == null ? 0 : e.at() - since;
                story(e.work()).taken(e.at());
            }
            case Event.Declined e -> {
                declined++;
                offered.remove(e.offer());
            }
            case Event.Expired e -> {
                expired++;
                offered.remove(e.offer());
            }
            case Event.Withdrawn e -> offered.remove(e.offer());
            case Event.Assigned e -> story(e.work()).taken(e.at());
            case Event.Completed e -> story(e.work()).completed(e.at());
            case Event.Cancelled e -> story(e.work()).left(e.at());
            case Event.PresenceChanged e -> {
                if (e.presence() == Presence.NOT_RESPONDING) {
                    awaySince.put(e.agent(), e.at());
                }
            }
            default -> {}
        }
    }

    private Story story(UUID work) {
        Story story = stories.get(work);
        if (story == null) {
            throw new IllegalArgumentException("Work that never arrived: " + work);
        }
        return story;
    }
}
