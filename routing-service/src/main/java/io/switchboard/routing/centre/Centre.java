package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.setup.Policies;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact centre's routing: tell it what happens and it says what follows. Not safe for use by several threads; a
 * centre has a single writer.
 *
 * <p>The same inputs at the same instants give the same events, also when the centre is restored from its memories in
 * between.
 */
public final class Centre {
    private final Engine engine;
    private final OpenItems items;
    private final Journal journal;
    private final Telling telling;
    private final Asking asking;
    private final Arrivals arrivals;
    private @Nullable RoutingSetup setup;

    /** A centre without setup, agents or work. */
    public Centre(String tenant, String centre) {
        this(new Journal(tenant, centre), new Engine(), new OpenItems());
        engine.rememberChanges();
    }

    private Centre(Journal journal, Engine engine, OpenItems items) {
        this.journal = journal;
        this.engine = engine;
        this.items = items;
        var offers = new Numbered("offer", journal.key());
        telling = new Telling(items, journal, offers);
        asking = new Asking(engine, items, journal, offers);
        arrivals = new Arrivals(engine, items, journal);
    }

    /** Returns a centre as it was when it gave these memories. */
    public static Centre restore(String tenant, String centre, Collection<Memory> memories) {
        var restoring = new Restoring(memories);
        var journal = new Journal(tenant, centre);
        var items = new OpenItems();
        restoring.into(journal, items);
        var restored = new Centre(journal, restoring.engine(), items);
        restored.setup = restoring.setup();
        restored.telling.under(restored.setup);
        return restored;
    }

    /**
     * Handles one input.
     *
     * @param now the time by any clock; when it is earlier than a time told before, it is taken for that one
     * @return what follows, in order
     */
    public List<RoutingEvent> handle(Input input, Instant now) {
        journal.advance(now);
        // First what is due anyway: what the input finds must be as it is now.
        decide(new Command.Tick(millis()));
        switch (input) {
            case Input.MessageArrived arrived -> arrivals.handle(arrived.message(), setup, this::decide);
            case Input.CommandGiven given -> ask(given);
            case Input.SetupChanged changed -> apply(changed.setup());
            case Input.TimePassed _ -> {}
        }
        items.note(new Memory.Counters(
                journal.sequence(), journal.now(), items.finishedMessages.count(), items.commands.count()));
        return journal.take();
    }

    private void ask(Input.CommandGiven given) {
        telling.because(given.command());
        switch (asking.ask(given.command())) {
            case Asking.Asked.Do asked -> decide(asked.command());
            case Asking.Asked.Refuse refused -> telling.refused(refused.reason());
        }
        telling.because(null);
    }

    private void apply(RoutingSetup changed) {
        if (setup == null || !setup.version().equals(changed.version())) {
            setup = changed;
            telling.under(changed);
            items.note(new Memory.InForce(changed));
            decide(new Command.Apply(millis(), Policies.of(changed)));
        }
    }

    private void decide(Command command) {
        engine.handle(command, telling::tell);
    }

    private long millis() {
        return journal.now().toEpochMilli();
    }

    /** Returns when time alone will next have something done, or null when never. */
    public @Nullable Instant nextDue() {
        long due = engine.nextDue();
        return due == Long.MAX_VALUE ? null : Instant.ofEpochMilli(due);
    }

    /** Returns how much waits in each queue. */
    public Map<String, Integer> waitingByQueue() {
        return engine.waitingByQueue();
    }

    /** Returns what is to be remembered anew since the last call, by name; null for what is to be forgotten. */
    public Map<String, @Nullable Memory> takeChanges() {
        Map<String, @Nullable Memory> changes = new LinkedHashMap<>(items.takeChanges());
        engine.takeChanges()
                .forEach((name, memory) ->
                        changes.put(Memory.OfEngine.nameOf(name), memory == null ? null : new Memory.OfEngine(memory)));
        return changes;
    }
}
