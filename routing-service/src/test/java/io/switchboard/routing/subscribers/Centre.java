package io.switchboard.routing.subscribers;

import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.tenancy.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A centre nobody has seen before, whose events are written to Kafka as routing writes them. */
public final class Centre implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Caller supervisor =
            new Caller("acme", "c" + UUID.randomUUID().toString().substring(0, 8), "sue");
    private long sequence;

    public Centre(String brokers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public Caller supervisor() {
        return supervisor;
    }

    public String name() {
        return supervisor.centre();
    }

    /** Routing says something of a work item; returns the event's sequence. */
    public long tells(UUID workItem) {
        sequence++;
        write(event(workItem, sequence));
        return sequence;
    }

    RoutingEvent.PriorityRaised event(UUID workItem, long number) {
        UUID id = UUID.nameUUIDFromBytes((name() + number).getBytes());
        return new RoutingEvent.PriorityRaised(
                id, "acme", name(), number, Instant.now(), workItem, (int) (number % 100), false);
    }

    void write(RoutingEvent.PriorityRaised event) {
        write(event, event.workItemId());
    }

    /** Routing tells something about a work item, or about an offer of it. */
    void write(RoutingEvent event, UUID subject) {
        var headers = new EventHeaders(
                event.eventId().toString(),
                EventTypes.of(event),
                "/routing",
                subject.toString(),
                event.at(),
                "acme",
                name());
        producer.send(new ProducerRecord<>(
                Topics.ROUTING_EVENTS, null, Keys.centre("acme", name()), EventJson.write(event), headers.toKafka()));
    }

    /** Waits until Kafka has everything. */
    public void written() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
