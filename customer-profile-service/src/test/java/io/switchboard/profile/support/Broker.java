package io.switchboard.profile.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.EventJson;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the neighbours of the service write and read. */
@ApplicationScoped
public class Broker {
    private final Map<String, Object> address;
    private final KafkaProducer<String, byte[]> producer;

    Broker(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        address = Map.of("bootstrap.servers", servers);
        producer = new KafkaProducer<>(address, new StringSerializer(), new ByteArraySerializer());
    }

    public void receive(Message message) {
        send(
                Topics.MESSAGES_RECEIVED,
                message,
                EventTypes.MESSAGE_RECEIVED,
                EventJson.write(new MessageReceived(message)));
    }

    public void understand(MessageUnderstood understood) {
        send(
                Topics.MESSAGES_UNDERSTOOD,
                understood.message(),
                EventTypes.MESSAGE_UNDERSTOOD,
                EventJson.write(understood));
    }

    /** Sends bytes in the name of a message, whatever they are. */
    public void send(String topic, Message about, String type, byte[] value) {
        String id = about.messageId().toString();
        send(topic, about.conversationId().toString(), id, type, about.tenant(), value);
    }

    public void claim(MessagesClaimed claim) {
        send(
                Topics.MESSAGES_CLAIMED,
                claim.account(),
                claim.account(),
                EventTypes.MESSAGES_CLAIMED,
                claim.tenant(),
                EventJson.write(claim));
    }

    public void decide(RoutingEvent event) {
        send(
                Topics.ROUTING_EVENTS,
                Keys.centre(event.tenant(), event.centre()),
                "work",
                EventTypes.of(event),
                event.tenant(),
                EventJson.write(event));
    }

    public void request(ReplyRequested reply) {
        send(
                Topics.REPLIES_REQUESTED,
                reply.conversationId().toString(),
                reply.replyId().toString(),
                EventTypes.REPLY_REQUESTED,
                reply.tenant(),
                EventJson.write(reply));
    }

    public void settle(ReplySettled settled) {
        send(
                Topics.REPLIES_SETTLED,
                settled.reply().conversationId().toString(),
                settled.reply().replyId().toString(),
                EventTypes.REPLY_SETTLED,
                settled.reply().tenant(),
                EventJson.write(settled));
    }

    public void setUp(RoutingSetup setup) {
        setUp(setup.tenant(), setup.centre(), EventJson.write(setup));
    }

    /** Sends bytes in the name of a centre's setup, whatever they are. */
    public void setUp(String tenant, String centre, byte[] value) {
        String key = Keys.centre(tenant, centre);
        send(Topics.ROUTING_SETUP, key, key, EventTypes.ROUTING_SETUP, tenant, value);
    }

    private void send(String topic, String key, String subject, String type, String tenant, byte[] value) {
        var headers =
                new EventHeaders(UUID.randomUUID().toString(), type, "/test", subject, Instant.now(), tenant, "main");
        producer.send(new ProducerRecord<>(topic, null, key, value, headers.toKafka()), (done, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Sends what another system says, as Kafka Connect does: the source in a header or the key, no value for a tombstone. */
    public void sendAs(String source, String key, String value) {
        var record = new ProducerRecord<>(
                Topics.CUSTOMERS_SOURCE_RECORDS, key, value == null ? null : value.getBytes(UTF_8));
        if (source != null) {
            record.headers().add("switchboard-source", source.getBytes(UTF_8));
        }
        producer.send(record);
    }

    /** Returns why the records with {@code key} were dead-lettered. */
    public List<String> reasons(String topic, String key) {
        var found = new ArrayList<String>();
        read(topic, record -> {
            if (key.equals(record.key())) {
                found.add(header(record, "dead-letter-reason"));
            }
        });
        return found;
    }

    /** Waits until everything sent is with the broker. */
    public void flush() {
        producer.flush();
    }

    /** Returns every record of {@code topic} that belongs to {@code tenant}, in the order of its partitions. */
    public List<ConsumerRecord<String, byte[]>> all(String topic, String tenant) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        each(topic, tenant, found::add);
        return found;
    }

    /** Hands on every record of {@code topic} that belongs to {@code tenant}, without keeping any. */
    public void each(String topic, String tenant, Consumer<ConsumerRecord<String, byte[]>> taker) {
        read(topic, record -> {
            if (tenant.equals(header(record, "ce_tenant"))) {
                taker.accept(record);
            }
        });
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> taker) {
        try (var consumer = new KafkaConsumer<>(address, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(taker);
            }
        }
    }

    /** Returns a header's text. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @PreDestroy
    void close() throws ExecutionException {
        producer.close();
    }
}
