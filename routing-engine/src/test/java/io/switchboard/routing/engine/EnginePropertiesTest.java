package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What holds after every command, whatever the commands: hundreds of random days in small centres, told to the engine and to
 * the reference, and watched from outside.
 */
class EnginePropertiesTest {
    private static final int COMMANDS = 250;
    /** An engine that never ends is wrong, too. */
    private static final Duration LONGEST_DAY = Duration.ofSeconds(20);

    private static final Coverage COVERAGE = new Coverage();

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theEngineSaysWhatTheReferenceSaysAndNobodyOutsideObjects(@ForAll long seed) {
        assertTimeoutPreemptively(LONGEST_DAY, () -> compare(seed), () -> "seed " + seed);
    }

    private static void compare(long seed) {
        var outside = new Outside();
        var centre = new RandomCentre(seed, outside);
        var engine = new Engine();
        engine.rememberChanges();
        var reference = new ReferenceEngine();
        List<Command> told = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Command command = centre.next(i);
            told.add(command);
            boolean due = engine.nextDue() <= Math.max(outside.now(), command.at());
            List<Event> events = events(engine::handle, command);
            COVERAGE.count(events);
            List<Event> expected = events(reference::handle, command);
            Comparison.same("seed " + seed, withoutExpectation(events), expected, told, reference.state());
            try {
                outside.sees(command, events);
            } catch (AssertionError objection) {
                throw new AssertionError(
                        "seed " + seed + ": " + objection.getMessage()
                                + Comparison.story(told, events, reference.state()),
                        objection);
            }
            assertThat(engine.nextDue()).as("next due").isLessThanOrEqualTo(reference.nextDue());
            var changed = engine.takeChanges().keySet();
            if (!due && events.size() == 1 && events.getFirst() instanceof Event.Refused) {
                assertThat(changed).as("changed by %s", events).isSubsetOf("counters");
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aReplayGivesTheSameEventsAndTheSameState(@ForAll long seed) {
        var first = new Engine();
        var second = new Engine();
        for (Command command : day(seed)) {
            assertThat(events(second::handle, command)).isEqualTo(events(first::handle, command));
        }
        assertThat(second.stateHash()).isEqualTo(first.stateHash());
    }

    /** What is remembered is all: an engine that is restored after each command goes on as if nothing had been. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aRestartAnywhereChangesNothing(@ForAll long seed) {
        var engine = new Engine();
        var restarted = new Engine();
        restarted.rememberChanges();
        Map<String, Memory> kept = new HashMap<>();
        Policy inForce = null;
        List<Command> told = new ArrayList<>();
        for (Command command : day(seed)) {
            told.add(command);
            List<Event> expected = events(engine::handle, command);
            List<Event> events = events(restarted::handle, command);
            Comparison.same("seed " + seed, events, expected, told, "");
            keep(restarted, kept);
            inForce = command instanceof Command.Apply apply ? apply.policy() : inForce;
            restarted = inForce == null ? Engine.restore(kept.values()) : Engine.restore(inForce, kept.values());
            assertThat(restarted.stateHash()).as("after %s", command).isEqualTo(engine.stateHash());
        }
    }

    /** More falls due at once than is done at once. */
    @Example
    void aStormOfMomentsIsSpreadOverTheCommandsThatFollow() {
        var engine = new Engine();
        var reference = new ReferenceEngine();
        List<Command> told = new ArrayList<>();
        List<Integer> said = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            told.add(new Command.Arrive(0, new UUID(0, i), "mail", "", "de", 0, false, 0, null));
        }
        long late = Duration.ofHours(1).toMillis();
        told.addAll(List.of(new Command.Tick(late), new Command.Tick(late), new Command.Tick(late)));
        for (Command command : told) {
            List<Event> events = events(engine::handle, command);
            Comparison.same("a storm", events, events(reference::handle, command), told, reference.state());
            said.add(events.size());
        }
        assertThat(said.subList(600, 603)).containsExactly(1_000, 200, 0);
    }

    private static void keep(Engine engine, Map<String, Memory> kept) {
        engine.takeChanges().forEach((name, memory) -> {
            if (memory == null) {
                kept.remove(name);
            } else {
                kept.put(name, memory);
            }
        });
    }

    private static List<Command> day(long seed) {
        var outside = new Outside();
        var centre = new RandomCentre(seed, outside);
        var reference = new ReferenceEngine();
        List<Command> told = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            told.add(centre.next(i));
            outside.sees(told.getLast(), events(reference::handle, told.getLast()));
        }
        return told;
    }

    @AfterContainer
    static void everythingHappened() {
        System.out.println(COVERAGE);
        COVERAGE.isComplete();
    }

    private interface Told {
        void handle(Command command, Consumer<? super Event> events);
    }

    private static List<Event> events(Told told, Command command) {
        List<Event> events = new ArrayList<>();
        told.handle(command, events::add);
        return events;
    }

    /** How long work will wait is an estimate, which the simulation judges. */
    private static List<Event> withoutExpectation(List<Event> events) {
        List<Event> without = new ArrayList<>(events);
        without.replaceAll(event -> event instanceof Event.Queued queued
                ? new Event.Queued(
                        queued.sequence(),
                        queued.at(),
                        queued.work(),
                        queued.queue(),
                        queued.deadline(),
                        queued.waiting(),
                        null,
                        queued.consultOf())
                : event);
        return without;
    }
}
