package io.switchboard.routing.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logging.Logger;

/** Logs what is read back from a changelog, and how long that took. */
final class LogRestoring implements StateRestoreListener {
    private static final Logger LOG = Logger.getLogger(LogRestoring.class);

    private final Map<TopicPartition, Long> begun = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        begun.put(partition, System.nanoTime());
        if (to > from) {
            LOG.infof("%s: restoring up to %d records", partition, to - from);
        }
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long to, long records) {
        LOG.debugf("%s: %d records restored", partition, records);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        long took = System.nanoTime() - begun.getOrDefault(partition, System.nanoTime());
        if (records > 0) {
            LOG.infof("%s: %d records restored in %d ms", partition, records, TimeUnit.NANOSECONDS.toMillis(took));
        }
    }
}
