package io.switchboard.kit.event;

import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.TracingMetadata;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * An event as it was taken from its topic.
 *
 * @param event what it says
 * @param trace what it belongs to, and what is sent because of it
 */
public record Taken<T>(T event, Context trace) {

    /**
     * Reads a record.
     *
     * @throws PoisonException when it is not the JSON of a {@code type}
     */
    static <T> Taken<T> of(Message<byte[]> record, Class<T> type) {
        Context trace = TracingMetadata.fromMessage(record)
                .map(TracingMetadata::getCurrentContext)
                .orElseGet(Context::current);
        return new Taken<>(EventJson.read(record.getPayload(), type), trace);
    }
}
