package io.switchboard.routing.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.centre.Centre;
import io.switchboard.routing.centre.Memory;
import io.switchboard.routing.engine.Memory.OfAgent;
import io.switchboard.routing.engine.Memory.OfQueue;
import io.switchboard.routing.engine.Memory.OfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The memories of centres in a store with a changelog: one entry for each thing, named {@code tenant/centre#name}, so
 * that a command writes only what it touched.
 */
final class CentreMemory {
    static final String STORE = "centres";

    private static final char SEPARATOR = '#';
    private static final JsonMapper JSON = EventJson.MAPPER
            .rebuild()
            // Nobody else wrote them.
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withConfigOverride(Map.class, maps -> maps.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Memory.class, MemoryTypes.class)
            .addMixIn(io.switchboard.routing.engine.Memory.class, EngineMemoryTypes.class)
            .addMixIn(OfWork.class, OfWorkFields.class)
            .build();

    private final KeyValueStore<String, byte[]> store;

    CentreMemory(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Returns every centre in the store, by its key. */
    Map<String, Centre> loadAll() {
        Map<String, List<KeyValue<String, byte[]>>> entriesOf = new HashMap<>();
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> entriesOf
                    .computeIfAbsent(entry.key.substring(0, entry.key.indexOf(SEPARATOR)), _ -> new ArrayList<>())
                    .add(entry));
        }
        Map<String, Centre> centres = new HashMap<>();
        entriesOf.forEach((key, some) -> centres.put(key, centre(key, some)));
        return centres;
    }

    /** Returns a centre as it was last saved; empty when it never was. */
    Centre load(String key) {
        List<KeyValue<String, byte[]>> some = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(key + SEPARATOR, new StringSerializer())) {
            entries.forEachRemaining(some::add);
        }
        return centre(key, some);
    }

    /** Writes out what is to be saved, without saving it: a failure here leaves the store as it was. */
    static Map<String, byte @Nullable []> written(String key, Map<String, @Nullable Memory> changes) {
        Map<String, byte @Nullable []> written = new LinkedHashMap<>();
        changes.forEach((name, memory) -> written.put(key + SEPARATOR + name, memory == null ? null : write(memory)));
        return written;
    }

    void save(Map<String, byte @Nullable []> written) {
        written.forEach((name, value) -> {
            if (value == null) {
                store.delete(name);
            } else {
                store.put(name, value);
            }
        });
    }

    /** A full centre has some hundred thousand: all cores read. */
    private static Centre centre(String key, List<KeyValue<String, byte[]>> entries) {
        List<Memory> memories = entries.parallelStream().map(CentreMemory::read).toList();
        int slash = key.indexOf('/');
        return Centre.restore(key.substring(0, slash), key.substring(slash + 1), memories);
    }

    private static byte[] write(Memory memory) {
        try {
            return JSON.writerFor(Memory.class).writeValueAsBytes(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Memory read(KeyValue<String, byte[]> entry) {
        try {
            return JSON.readValue(entry.value, Memory.class);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable memory " + entry.key, e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "memory")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Memory.Described.class, name = "item"),
        @JsonSubTypes.Type(value = Memory.OfEngine.class, name = "engine"),
        @JsonSubTypes.Type(value = Memory.Counters.class, name = "counters"),
        @JsonSubTypes.Type(value = Memory.InForce.class, name = "setup"),
        @JsonSubTypes.Type(value = Memory.Seen.class, name = "seen")
    })
    private interface MemoryTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OfWork.class, name = "work"),
        @JsonSubTypes.Type(value = OfAgent.class, name = "agent"),
        @JsonSubTypes.Type(value = OfQueue.class, name = "queue"),
        @JsonSubTypes.Type(value = io.switchboard.routing.engine.Memory.Counters.class, name = "counters")
    })
    private interface EngineMemoryTypes {}

    /** Most work was never put off, given away or promised: what is as it is for all is not written. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    private interface OfWorkFields {}
}
