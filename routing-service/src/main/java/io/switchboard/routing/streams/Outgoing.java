package io.switchboard.routing.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.EventJson;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The records routing writes. */
final class Outgoing {
    private static final List<String> TRACE = List.of("traceparent", "tracestate");

    private Outgoing() {}

    /** Returns the record of an event, in the trace of the record that caused it. */
    static Record<byte[], byte[]> event(RoutingEvent event, Headers cause) {
        var headers = new EventHeaders(
                        event.eventId().toString(),
                        EventTypes.of(event),
                        "/routing",
                        subject(event),
                        event.at(),
                        event.tenant(),
                        event.centre())
                .toKafka();
        for (String name : TRACE) {
            @Nullable Header trace = cause.lastHeader(name);
            if (trace != null) {
                headers.add(trace);
            }
        }
        byte[] key = Keys.centre(event.tenant(), event.centre()).getBytes(UTF_8);
        return new Record<>(key, EventJson.write(event), event.at().toEpochMilli(), headers);
    }

    /** Returns the record as it came, with the reason why nobody could handle it. */
    static Record<byte[], byte[]> deadLetter(Record<byte[], byte[]> record, RecordMetadata from, String reason) {
        var headers = new RecordHeaders(record.headers().toArray())
                .add("dead-letter-reason", reason.getBytes(UTF_8))
                .add("dead-letter-topic", from.topic().getBytes(UTF_8))
                .add("dead-letter-partition", String.valueOf(from.partition()).getBytes(UTF_8))
                .add("dead-letter-offset", String.valueOf(from.offset()).getBytes(UTF_8));
        return record.withHeaders(headers);
    }

    private static String subject(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkOffered e -> id(e.workItem().workItemId());
            case RoutingEvent.OfferAccepted e -> id(e.workItem().workItemId());
            case RoutingEvent.OfferDeclined e -> id(e.workItemId());
            case RoutingEvent.OfferExpired e -> id(e.workItemId());
            case RoutingEvent.OfferWithdrawn e -> id(e.workItemId());
            case RoutingEvent.MessageAdded e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkReleased e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkCompleted e -> id(e.workItemId());
            case RoutingEvent.PresenceChanged e -> e.agent();
            case RoutingEvent.CommandRefused e -> e.agent();
            case RoutingEvent.SetupApplied e -> e.version();
            case RoutingEvent.WorkDeferred e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkAssigned e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkTransferred e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkOverflowed e -> id(e.workItem().workItemId());
            case RoutingEvent.WorkCancelled e -> id(e.workItemId());
            case RoutingEvent.WorkRelaxed e -> id(e.workItemId());
            case RoutingEvent.WrapUpEnded e -> id(e.workItemId());
            case RoutingEvent.ServiceLevelAlert e -> id(e.workItemId());
            case RoutingEvent.PriorityRaised e -> id(e.workItemId());
        };
    }

    private static String id(UUID workItemId) {
        return workItemId.toString();
    }
}
