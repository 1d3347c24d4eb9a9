package io.switchboard.profile.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.event.PoisonException;
import io.switchboard.profile.sources.BadRecordException;
import io.switchboard.profile.sources.IncomingRecord;
import io.switchboard.profile.sources.RecordReader;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.sources.TakeRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Reads {@code customers.source-records}, as Kafka Connect writes them. Its own consumer: messages never wait for it. */
@ApplicationScoped
class SourceRecords {
    private static final String SOURCE = "switchboard-source";

    private final Consumption consumption;
    private final Sources sources;
    private final TakeRecords takeRecords;

    SourceRecords(Consumption consumption, Sources sources, TakeRecords takeRecords) {
        this.consumption = consumption;
        this.sources = sources;
        this.takeRecords = takeRecords;
    }

    @Incoming("source-records")
    Uni<Void> read(Message<byte[]> record) {
        return consumption.of(record, () -> take(record));
    }

    private Uni<Void> take(Message<byte[]> record) {
        var kafka = record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        var header = kafka.getHeaders().lastHeader(SOURCE);
        var key =
                SourceRecordKey.of(header == null ? null : new String(header.value(), UTF_8), (String) kafka.getKey());
        Source source =
                sources.find(key.source()).orElseThrow(() -> new PoisonException("no source is called so here"));
        return takeRecords
                .take(source, List.of(incoming(source, key, record.getPayload(), kafka.getTimestamp())))
                .replaceWithVoid();
    }

    private static IncomingRecord incoming(
            Source source, SourceRecordKey key, byte @Nullable [] value, Instant written) {
        try {
            JsonNode record = value == null || value.length == 0
                    ? NullNode.instance
                    : payload(EventJson.read(value, JsonNode.class));
            if (record.isNull()) {
                return RecordReader.gone(
                        key.recordId().orElseThrow(() -> new PoisonException("a tombstone without an id in its key")),
                        written);
            }
            return key.recordId()
                    .map(id -> RecordReader.read(source, id, record, written))
                    .orElseGet(() -> RecordReader.read(source, record, written));
        } catch (BadRecordException bad) {
            throw new PoisonException(bad.reason());
        }
    }

    /** Takes the record out of Kafka Connect's envelope, if it is in one. */
    private static JsonNode payload(JsonNode value) {
        return value.isObject() && value.size() == 2 && value.has("schema") && value.has("payload")
                ? value.get("payload")
                : value;
    }
}
