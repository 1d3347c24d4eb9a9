package io.switchboard.profile.support;

import io.switchboard.contracts.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long messages took to be identified: from the neighbour's write to ours, by Kafka's own time stamps.
 *
 * @param millis a duration for each message, in milliseconds, shortest first
 */
public record Taken(long[] millis) {
    /** Returns what the messages of {@code tenant} took that were understood at {@code start} or later. */
    public static Taken since(Instant start, String tenant, Broker broker) {
        // Only times are kept: the records of a long run are larger than a test's heap.
        Map<String, Long> written = new HashMap<>();
        broker.each(Topics.MESSAGES_UNDERSTOOD, tenant, record -> {
            if (record.timestamp() >= start.toEpochMilli()) {
                written.put(Broker.header(record, "ce_subject"), record.timestamp());
            }
        });
        LongStream.Builder taken = LongStream.builder();
        broker.each(Topics.MESSAGES_IDENTIFIED, tenant, record -> {
            Long then = written.remove(Broker.header(record, "ce_subject"));
            if (then != null) {
                taken.add(record.timestamp() - then);
            }
        });
        return new Taken(taken.build().sorted().toArray());
    }

    private long percent(int share) {
        return millis[Math.min(millis.length - 1, (int) ((long) millis.length * share / 100))];
    }

    @Override
    public String toString() {
        return millis.length == 0
                ? "none identified"
                : "%d identified, ms: p50 %d, p95 %d, p99 %d, max %d"
                        .formatted(millis.length, percent(50), percent(95), percent(99), percent(100));
    }
}
