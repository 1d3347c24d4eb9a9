package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.UUID;

/** One thing a centre must still know after a restart. Together they are its whole state. */
public sealed interface Memory {

    /** Unique in the centre; a later memory of the same name replaces the earlier one. */
    String name();

    /**
     * How far the centre has come.
     *
     * @param sequence of the last event
     * @param now the latest instant the centre was told; its time never goes back
     * @param finishedMessages how many messages of finished work were remembered so far
     * @param commands how many commands were remembered so far
     */
    record Counters(long sequence, Instant now, long finishedMessages, long commands) implements Memory {
        @Override
        public String name() {
            return "counters";
        }
    }

    /** The setup in force. */
    record InForce(RoutingSetup setup) implements Memory {
        @Override
        public String name() {
            return "setup";
        }
    }

    /** An id that must not count again, in one of a fixed number of places. */
    record Seen(String kind, int place, UUID id) implements Memory {
        @Override
        public String name() {
            return kind + "/" + place;
        }
    }

    /** Unfinished work as others see it. */
    record Described(WorkItem item) implements Memory {
        @Override
        public String name() {
            return "item/" + item.workItemId();
        }
    }

    /** What the engine must still know. */
    record OfEngine(io.switchboard.routing.engine.Memory kept) implements Memory {
        @Override
        public String name() {
            return nameOf(kept.name());
        }

        static String nameOf(String memory) {
            return "engine/" + memory;
        }
    }
}
