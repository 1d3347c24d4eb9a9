package io.switchboard.kit.event;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends contract records to Kafka. */
public final class Events {
    private Events() {}

    /**
     * Sends an event.
     *
     * @param key the partition key the topic's page asks for
     * @return completes when Kafka has acknowledged the record, fails when it did not
     */
    public static Uni<Void> send(MutinyEmitter<byte[]> topic, String key, EventHeaders headers, Object event) {
        return send(topic, key, headers, event, Context.current());
    }

    /** As {@link #send(MutinyEmitter, String, EventHeaders, Object)} in a trace of the caller's. */
    public static Uni<Void> send(
            MutinyEmitter<byte[]> topic, String key, EventHeaders headers, Object event, Context trace) {
        return Uni.createFrom()
                .emitter(done -> topic.send(message(key, headers, EventJson.write(event), trace)
                        .withAck(() -> {
                            done.complete(null);
                            return CompletableFuture.completedFuture(null);
                        })
                        .withNack(failure -> {
                            done.fail(failure);
                            return CompletableFuture.completedFuture(null);
                        })));
    }

    /** Returns the message that carries {@code json} under {@code key}, in the current trace. */
    public static Message<byte[]> message(String key, EventHeaders headers, byte[] json) {
        return message(key, headers, json, Context.current());
    }

    private static Message<byte[]> message(String key, EventHeaders headers, byte[] json, Context trace) {
        return Message.of(
                json,
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .withHeaders(headers.toKafka())
                                .build(),
                        TracingMetadata.withCurrent(trace)));
    }
}
