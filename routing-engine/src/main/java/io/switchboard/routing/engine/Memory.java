package io.switchboard.routing.engine;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a centre must still know after a restart. Together, and with the policy in force, they are its whole state.
 * Times are in milliseconds since 1970.
 */
public sealed interface Memory {

    /** Unique in the centre; a later memory of the same name replaces the earlier one. */
    String name();

    /** How far the centre has come. */
    record Counters(long now, long sequence, long lastNumber) implements Memory {
        @Override
        public String name() {
            return "counters";
        }
    }

    /** How fast a queue is served. */
    record OfQueue(String queue, long mean, int samples, long lastTaken, long busySince) implements Memory {
        @Override
        public String name() {
            return "queue/" + queue;
        }
    }

    /** An agent, beside what the policy says of them and the work that says it is with them. */
    record OfAgent(String agent, Presence presence, long since, long freeSince, int missedInARow) implements Memory {
        @Override
        public String name() {
            return "agent/" + agent;
        }
    }

    /** A work item that is not finished. */
    record OfWork(
            UUID work,
            long number,
            String channel,
            String topic,
            String language,
            long arrivedAt,
            int priority,
            boolean emergency,
            @Nullable String lastAgent,
            @Nullable UUID consultOf,
            @Nullable UUID consultation,
            @Nullable String sentTo,
            @Nullable String toldQueue,
            Map<String, Integer> moreSkills,
            String place,
            int ring,
            long since,
            @Nullable String preferred,
            long preferredUntil,
            @Nullable String callBackBy,
            long until,
            @Nullable String agent,
            long offer,
            int told,
            Map<String, Long> excluded)
            implements Memory {

        /** Copies the maps. */
        public OfWork {
            moreSkills = Map.copyOf(moreSkills);
            excluded = Map.copyOf(excluded);
        }

        @Override
        public String name() {
            return "work/" + work;
        }
    }
}
