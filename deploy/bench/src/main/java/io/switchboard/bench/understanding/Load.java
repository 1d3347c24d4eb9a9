package io.switchboard.bench.understanding;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Offers posts to Kafka by the clock. */
final class Load implements AutoCloseable {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

    private final Feed feed = new Feed();
    private final KafkaProducer<String, byte[]> producer;
    private volatile int sent;

    Load(String brokers) throws IOException {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 5, "batch.size", 65_536, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns how many posts were handed to Kafka so far. */
    int sent() {
        return sent;
    }

    /** Offers {@code rate} posts a second. What the machine is late with is due when it should have been sent. */
    void play(int rate, int seconds) {
        int first = sent;
        long count = (long) rate * seconds;
        long start = System.nanoTime();
        Instant begin = Instant.now();
        for (long done = 0; done < count; ) {
            long due = Math.min(count, (System.nanoTime() - start) * rate / TimeUnit.SECONDS.toNanos(1));
            for (; done < due; done++) {
                offer((int) (first + done), begin.plusNanos(done * TimeUnit.SECONDS.toNanos(1) / rate));
            }
            LockSupport.parkNanos(TICK);
        }
        producer.flush();
    }

    private void offer(int number, Instant due) {
        var _ = producer.send(feed.record(number, due), (_, failed) -> {
            if (failed != null) {
                System.err.println("not sent: " + failed);
            }
        });
        sent = number + 1;
    }

    @Override
    public void close() {
        producer.close();
    }
}
