package io.switchboard.profile.messaging;

import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** How fast the stage is; not a test that fails. Run it with {@code -Dtest=Pace}. */
@ComponentTest
class Pace {
    @Inject
    Broker broker;

    @Inject
    MeterRegistry metrics;

    @Test
    void asFastAsItCan() throws InterruptedException {
        for (int round = 1; round <= 3; round++) {
            String tenant = aTenant();
            int many = 3000;
            double identified = metrics.counter("switchboard.identified").count();
            long start = System.nanoTime();
            for (int i = 0; i < many; i++) {
                Message message = aPrivateMessage(tenant);
                broker.receive(message);
                broker.understand(understood(message));
            }
            awaitIdentified(identified, many);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "PACE round %d: %d messages identified in %.1f s: %.0f/s%n", round, many, seconds, many / seconds);
        }
        atHundredASecond();
        for (Timer timer : metrics.find("switchboard.handling").timers()) {
            System.out.printf(
                    "PACE %s: %d, mean %.1f ms %s%n",
                    timer.getId().getTag("topic"),
                    timer.count(),
                    timer.mean(TimeUnit.MILLISECONDS),
                    Arrays.toString(timer.takeSnapshot().percentileValues()));
        }
    }

    private void awaitIdentified(double before, int many) throws InterruptedException {
        while (metrics.counter("switchboard.identified").count() < before + many) {
            Thread.sleep(20);
        }
    }

    private void atHundredASecond() throws InterruptedException {
        String tenant = aTenant();
        int many = 1500;
        double identified = metrics.counter("switchboard.identified").count();
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            TimeUnit.NANOSECONDS.sleep(start + i * 10_000_000L - System.nanoTime());
            Message message = aPrivateMessage(tenant);
            broker.receive(message);
            broker.understand(understood(message));
        }
        awaitIdentified(identified, many);
        // From the neighbour's write to ours, by Kafka's own time stamps.
        var written = new java.util.HashMap<String, Long>();
        for (ConsumerRecord<String, byte[]> record : broker.all(Topics.MESSAGES_UNDERSTOOD, tenant)) {
            written.put(Broker.header(record, "ce_subject"), record.timestamp());
        }
        long[] taken = broker.all(Topics.MESSAGES_IDENTIFIED, tenant).stream()
                .mapToLong(record -> record.timestamp() - written.get(Broker.header(record, "ce_subject")))
                .sorted()
                .toArray();
        System.out.printf(
                "PACE at 100/s, understood to identified, ms: p50 %d, p95 %d, p99 %d, max %d%n",
                taken[many / 2], taken[many * 95 / 100], taken[many * 99 / 100], taken[many - 1]);
    }
}
