package io.switchboard.routing.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.EventJson;
import java.time.Instant;
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

    /** A record and the topic it goes to. */
    record Sent(String topic, Record<byte[], byte[]> record) {}

    /** Returns what is sent because of an event: the event, and where work leaves for another centre, its command. */
    static List<Sent> of(RoutingEvent event, Headers cause) {
        var told = new Sent(Topics.ROUTING_EVENTS, event(event, cause));
        return event instanceof RoutingEvent.WorkOverflowed overflowed
                ? List.of(told, new Sent(Topics.ROUTING_COMMANDS, handOver(overflowed, cause)))
                : List.of(told);
    }

    private static Record<byte[], byte[]> handOver(RoutingEvent.WorkOverflowed overflowed, Headers cause) {
        var command = new RoutingCommand.ReceiveWork(
                overflowed.eventId(),
                overflowed.tenant(),
                overflowed.toCentre(),
                "routing",
                overflowed.at(),
                overflowed.centre(),
                overflowed.workItem());
        var headers = new EventHeaders(
                command.commandId().toString(),
                EventTypes.of(command),
                "/routing",
                id(overflowed.workItem().workItemId()),
                command.at(),
                command.tenant(),
                command.centre());
        return record(command.tenant(), command.centre(), EventJson.write(command), command.at(), headers, cause);
    }

    /** Returns the record of an event, in the trace of the record that caused it. */
    private static Record<byte[], byte[]> event(RoutingEvent event, Headers cause) {
        var headers = new EventHeaders(
                event.eventId().toString(),
                EventTypes.of(event),
                "/routing",
                subject(event),
                event.at(),
                event.tenant(),
                event.centre());
        return record(event.tenant(), event.centre(), EventJson.write(event), event.at(), headers, cause);
    }

    private static Record<byte[], byte[]> record(
            String tenant, String centre, byte[] value, Instant at, EventHeaders about, Headers cause) {
        Headers headers = about.toKafka();
        for (String name : TRACE) {
            @Nullable Header trace = cause.lastHeader(name);
            if (trace != null) {
                headers.add(trace);
            }
        }
        return new Record<>(Keys.centre(tenant, centre).getBytes(UTF_8), value, at.toEpochMilli(), headers);
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
