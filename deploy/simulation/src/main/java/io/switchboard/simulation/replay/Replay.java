package io.switchboard.simulation.replay;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Event;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a recording when it was told to an engine that knew nothing.
 *
 * @param eventHash of {@link EventHash}
 * @param cpuSeconds of the engine alone, without reading, hashing and the collection of garbage
 */
public record Replay(long commands, long events, String eventHash, long stateHash, double cpuSeconds) {
    private static final int CHUNK = 10_000;

    /** Tells the recording to a new engine. */
    public static Replay of(Recording recording) {
        Telling telling = new Telling();
        recording.read(telling::tell);
        return telling.end();
    }

    /** Returns whether the same came of both, whatever time they took. */
    public boolean isSameAs(Replay other) {
        return commands == other.commands
                && events == other.events
                && eventHash.equals(other.eventHash)
                && stateHash == other.stateHash;
    }

    /** Commands are told by the thousand, so that reading the CPU's clock does not count. */
    private static final class Telling {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final Engine engine = new Engine();
        private final EventHash hash = new EventHash();
        private final List<Command> chunk = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private long commands;
        private long cpuNanos;

        void tell(Command command) {
            chunk.add(command);
            if (chunk.size() == CHUNK) {
                tellChunk();
            }
        }

        private void tellChunk() {
            long before = threads.getCurrentThreadCpuTime();
            chunk.forEach(command -> engine.handle(command, events::add));
            cpuNanos += threads.getCurrentThreadCpuTime() - before;
            commands += chunk.size();
            chunk.clear();
            events.forEach(hash);
            events.clear();
        }

        Replay end() {
            tellChunk();
            return new Replay(commands, hash.count(), hash.hex(), engine.stateHash(), cpuNanos / 1e9);
        }
    }
}
