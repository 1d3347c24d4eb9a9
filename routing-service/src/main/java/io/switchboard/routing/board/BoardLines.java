package io.switchboard.routing.board;

import io.switchboard.contracts.routing.AlertLevel;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.routing.board.Board.AgentLine;
import io.switchboard.routing.board.Board.CentreFigures;
import io.switchboard.routing.board.Board.QueueLine;
import io.switchboard.routing.measures.AgentFigures;
import io.switchboard.routing.measures.AgentState;
import io.switchboard.routing.measures.Place;
import io.switchboard.routing.measures.Subject;
import io.switchboard.routing.measures.Tally;
import io.switchboard.routing.measures.WorkFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A board from what Redis has of it.
 *
 * @param agents by name
 * @param counts as {@link CountFields} names them
 * @param window the last half hour's tallies; of agents only their sum
 * @param day today's tallies
 * @param oldest since when the oldest waiting work waits, by queue
 * @param times what is looked at
 */
record BoardLines(
        Map<String, AgentState> agents,
        Map<String, Integer> counts,
        Map<Subject, Tally> window,
        Map<Subject, Tally> day,
        Map<String, Instant> oldest,
        Times times) {

    /** Now, and when the window and the day began. */
    record Times(Instant now, Instant windowBegan, Instant dayBegan, String zone) {}

    Board board() {
        return new Board(
                queueNames().stream().map(this::queue).toList(),
                new TreeMap<>(agents)
                        .entrySet().stream()
                                .map(agent -> agent(agent.getKey(), agent.getValue()))
                                .toList(),
                times.now(),
                centre(window, times.windowBegan()),
                centre(day, times.dayBegan()),
                presences(),
                times.zone());
    }

    private SortedSet<String> queueNames() {
        SortedSet<String> names = new TreeSet<>();
        counts.keySet().stream()
                .filter(field -> field.startsWith("queue|"))
                .forEach(field -> names.add(field.substring(field.indexOf('|', "queue|".length()) + 1)));
        for (Map<Subject, Tally> tallies : List.of(window, day)) {
            tallies.keySet().stream()
                    .filter(subject -> subject.kind() == Subject.Kind.QUEUE)
                    .forEach(subject -> names.add(subject.name()));
        }
        return names;
    }

    private QueueLine queue(String name) {
        return new QueueLine(
                name,
                inQueue(Place.WAITING, name),
                oldest.containsKey(name)
                        ? Math.max(
                                0,
                                Duration.between(oldest.get(name), times.now()).toSeconds())
                        : 0,
                inQueue(Place.OFFERED, name),
                inQueue(Place.HELD, name),
                inQueue(Place.DEFERRED, name),
                inQueue(Place.WRAPPING_UP, name),
                inQueue(AlertLevel.WARNED, name),
                inQueue(AlertLevel.BREACHED, name),
                inQueue(AlertLevel.ESCALATED, name),
                WorkFigures.of(window.getOrDefault(Subject.queue(name), Tally.NOTHING)),
                WorkFigures.of(day.getOrDefault(Subject.queue(name), Tally.NOTHING)));
    }

    private int inQueue(Enum<?> placeOrAlert, String queue) {
        return counts.getOrDefault(CountFields.inQueue(placeOrAlert, queue), 0);
    }

    private AgentLine agent(String name, AgentState state) {
        Tally today =
                day.getOrDefault(Subject.agent(name), Tally.NOTHING).plus(state.running(times.dayBegan(), times.now()));
        return new AgentLine(
                name,
                state.presence(),
                ofAgent(Place.HELD, name),
                ofAgent(Place.OFFERED, name),
                state.since(),
                ofAgent(Place.WRAPPING_UP, name),
                AgentFigures.of(today));
    }

    private int ofAgent(Place place, String agent) {
        return counts.getOrDefault(CountFields.ofAgent(place, agent), 0);
    }

    private CentreFigures centre(Map<Subject, Tally> tallies, Instant began) {
        Tally counted = sum(tallies, Subject.Kind.AGENT);
        Tally running = agents.values().stream()
                .map(state -> state.running(began, times.now()))
                .reduce(Tally.NOTHING, Tally::plus);
        return new CentreFigures(
                WorkFigures.of(sum(tallies, Subject.Kind.QUEUE)), AgentFigures.of(counted.plus(running)));
    }

    private static Tally sum(Map<Subject, Tally> tallies, Subject.Kind kind) {
        return tallies.entrySet().stream()
                .filter(tally -> tally.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private Map<Presence, Integer> presences() {
        Map<Presence, Integer> presences = new EnumMap<>(Presence.class);
        for (AgentState state : agents.values()) {
            if (state.presence() != null) {
                presences.merge(state.presence(), 1, Integer::sum);
            }
        }
        return presences;
    }
}
