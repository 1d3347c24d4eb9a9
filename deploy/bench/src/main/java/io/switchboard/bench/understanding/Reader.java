package io.switchboard.bench.understanding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what was understood. Headers tell enough: nothing of the load generator's time goes into JSON. */
final class Reader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Tally tally;
    private final Thread thread;

    Reader(String brokers, Tally tally) {
        this.tally = tally;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "max.poll.records", 5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.MESSAGES_UNDERSTOOD).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = Thread.ofPlatform().name("reads-understood").daemon().start(this::read);
    }

    private void read() {
        try {
            while (true) {
                var records = consumer.poll(Duration.ofMillis(100));
                Instant now = Instant.now();
                records.forEach(record -> saw(record, now));
            }
        } catch (WakeupException ended) {
            consumer.close();
        }
    }

    private void saw(ConsumerRecord<String, byte[]> record, Instant now) {
        if (header(record, "ce_type").equals(EventTypes.MESSAGE_UNDERSTOOD)) {
            Instant due = Instant.parse(header(record, "ce_time"));
            tally.saw(Feed.numberOf(header(record, "ce_id")), ChronoUnit.MICROS.between(due, now));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** Returns when {@code sent} messages have come out. */
    void awaitAll(int sent, Duration longest) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + longest.toNanos();
        while (tally.understood() < sent) {
            if (!thread.isAlive() || System.nanoTime() > end) {
                throw new TimeoutException(sent - tally.understood() + " of " + sent + " messages did not come out");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
