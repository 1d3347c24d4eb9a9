package io.switchboard.routing.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.event.PoisonException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * A routing event as it is passed on: its attributes and its very bytes. What kind of event it is does not matter here, so
 * a kind that is newer than this service is passed on, too.
 *
 * @param id stable: the same event has the same one each time
 * @param ceType the CloudEvents type
 * @param type the short type in the body, such as {@code work-offered}
 * @param sequence the position among the events of the centre
 * @param body JSON
 */
record RoutedEvent(
        String tenant,
        String centre,
        String id,
        String ceType,
        String type,
        String source,
        String subject,
        Instant at,
        long sequence,
        String body) {

    /**
     * Reads a record of {@code routing.events}.
     *
     * @throws PoisonException when an attribute is missing or makes no sense
     */
    static RoutedEvent of(Message<byte[]> record) {
        Headers headers = record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getHeaders)
                .orElseThrow(() -> new PoisonException("without headers"));
        JsonNode body = EventJson.read(record.getPayload(), JsonNode.class);
        if (!body.path("sequence").canConvertToLong() || !body.path("type").isTextual()) {
            throw new PoisonException("without sequence or type");
        }
        return new RoutedEvent(
                header(headers, "ce_tenant"),
                header(headers, "ce_centre"),
                header(headers, "ce_id"),
                header(headers, "ce_type"),
                body.path("type").textValue(),
                header(headers, "ce_source"),
                header(headers, "ce_subject"),
                time(header(headers, "ce_time")),
                body.path("sequence").longValue(),
                new String(record.getPayload(), UTF_8));
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }

    private static String header(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            throw new PoisonException("without " + name);
        }
        return new String(header.value(), UTF_8);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new PoisonException("ce_time is no time");
        }
    }
}
