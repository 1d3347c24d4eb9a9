package io.switchboard.routing.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.centre.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One centre's records on a real broker, written and read by committed transactions only. */
public final class Topic implements AutoCloseable {
    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final String tenant;
    private final String centre;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public Topic(String brokers, String tenant, String centre, String... read) {
        this.tenant = tenant;
        this.centre = centre;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "fetch.max.wait.ms", 10),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : read.length == 0 ? new String[] {Topics.ROUTING_EVENTS} : read) {
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public String key() {
        return tenant + "/" + centre;
    }

    public void send(String topic, byte[] value) {
        send(topic, key(), value);
    }

    public void send(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("traceparent", TRACE.getBytes(UTF_8));
        producer.send(record);
        producer.flush();
    }

    public void setUp(RoutingSetup setup) {
        send(
                Topics.ROUTING_SETUP,
                EventJson.write(new RoutingSetup(
                        tenant,
                        centre,
                        setup.version(),
                        setup.offerTimeoutSeconds(),
                        setup.expiriesUntilNotResponding(),
                        setup.channelWeights(),
                        setup.queues(),
                        setup.agents())));
    }

    public MessageIdentified message(String name) {
        MessageIdentified message =
                Fixtures.message(name).about("other").at(Instant.now()).identified(tenant, centre);
        send(Topics.MESSAGES_IDENTIFIED, EventJson.write(message));
        return message;
    }

    public UUID presence(String agent, Presence presence) {
        UUID id = UUID.randomUUID();
        command(new RoutingCommand.SetPresence(id, tenant, centre, agent, Instant.now(), presence, null));
        return id;
    }

    public void accept(String agent, UUID offer) {
        command(new RoutingCommand.AcceptOffer(UUID.randomUUID(), tenant, centre, agent, Instant.now(), offer));
    }

    public void complete(String agent, UUID work) {
        command(new RoutingCommand.CompleteWork(
                UUID.randomUUID(), tenant, centre, agent, Instant.now(), work, "done", null));
    }

    public void command(RoutingCommand command) {
        // Through the interface, so that the type is written too.
        send(Topics.ROUTING_COMMANDS, EventJson.write(command));
    }

    /** Returns the next event of the kind, and forgets those before it. */
    public <E extends RoutingEvent> E next(Class<E> kind) {
        return next(kind, _ -> true);
    }

    public <E extends RoutingEvent> E next(Class<E> kind, Predicate<E> wanted) {
        ConsumerRecord<String, byte[]> found = nextRecord(
                record -> kind.isInstance(event(record)) && wanted.test(kind.cast(event(record))),
                kind.getSimpleName());
        return kind.cast(event(found));
    }

    /** Returns the next record of this centre that is wanted. */
    public ConsumerRecord<String, byte[]> nextRecord(Predicate<ConsumerRecord<String, byte[]>> wanted, String what) {
        Instant end = Instant.now().plusSeconds(40);
        while (Instant.now().isBefore(end)) {
            while (!seen.isEmpty()) {
                ConsumerRecord<String, byte[]> record = seen.removeFirst();
                if (record.key().equals(key()) && wanted.test(record)) {
                    return record;
                }
            }
            consumer.poll(Duration.ofMillis(20)).forEach(seen::add);
        }
        throw new AssertionError("no " + what + " of " + key());
    }

    static RoutingEvent event(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), RoutingEvent.class);
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
