package io.switchboard.routing.streams;

import io.switchboard.contracts.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.state.Stores;
import org.jboss.logging.Logger;

/** Three topics in, keyed alike, one processor, its memory, and the events and dead letters out. */
@ApplicationScoped
class RoutingTopology {
    /** The topics whose records the engine handles; partition n of each is one task. */
    static final List<String> INPUTS =
            List.of(Topics.MESSAGES_IDENTIFIED, Topics.ROUTING_COMMANDS, Topics.ROUTING_SETUP);

    private static final Logger LOG = Logger.getLogger(RoutingTopology.class);
    private static final String SOURCE = "inputs";
    private static final String ROUTING = "routing";

    @Produces
    @Singleton
    Topology topology(RoutingMetrics metrics) {
        var bytes = new ByteArraySerializer();
        var topology = new Topology();
        topology.addSource(
                SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), INPUTS.toArray(String[]::new));
        topology.addProcessor(ROUTING, () -> new RouteRecords(metrics), SOURCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(CentreMemory.STORE), Serdes.String(), Serdes.ByteArray())
                        // What changes with every command is written once in a transaction, not once in a command.
                        .withCachingEnabled(),
                ROUTING);
        topology.addSink(Topics.ROUTING_EVENTS, Topics.ROUTING_EVENTS, bytes, bytes, ROUTING);
        // Work that leaves a centre arrives at another one as its command.
        topology.addSink(Topics.ROUTING_COMMANDS, Topics.ROUTING_COMMANDS, bytes, bytes, ROUTING);
        for (String input : INPUTS) {
            String deadLetter = Topics.deadLetter(input);
            topology.addSink(deadLetter, deadLetter, bytes, bytes, ROUTING);
        }
        return topology;
    }

    /** Says how long a replica that starts is busy with reading what it must know. */
    @Produces
    @Singleton
    StateRestoreListener onRestore() {
        return new LogRestoring();
    }

    /** Broker trouble ends a stream thread; the next one starts from what was committed. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler onUncaught(RoutingMetrics metrics) {
        return failure -> {
            LOG.error("a stream thread failed and is replaced", failure);
            metrics.threadReplaced();
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
