package io.switchboard.sentiment.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.kit.persistence.DatabaseAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Draws the messages that are kept for people to look at, and keeps them a little later, so that the stream never waits. What
 * the database does not take is skipped: it is a sample, and another one comes.
 */
@ApplicationScoped
public class AuditSample {
    private static final Logger LOG = Logger.getLogger(AuditSample.class);

    /** Some seconds of a busy stream; of the longest texts, 5 MB. */
    static final int PLACES = 256;

    private final double share;
    private final AuditStore store;
    private final Counter skipped;
    private final Queue<Sample> waiting = new ArrayBlockingQueue<>(PLACES);

    AuditSample(
            @ConfigProperty(name = "switchboard.audit.share") double share, AuditStore store, MeterRegistry metrics) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("switchboard.audit.share is a share from 0 to 1, not " + share);
        }
        this.share = share;
        this.store = store;
        this.skipped = metrics.counter("switchboard.audit.skipped");
    }

    /**
     * Takes a message that was judged; most are let go. Never waits.
     *
     * @param text as the judge read it
     */
    public void take(Message message, String text, Understanding meaning) {
        boolean drawn = meaning.relevance() == Relevance.CHAFF && isDrawn(message.messageId(), share);
        if (drawn && !waiting.offer(Sample.of(message, text, meaning))) {
            skipped.increment();
        }
    }

    /** Returns whether a message is in the sample. Its id alone decides, so that a redelivery draws the same. */
    static boolean isDrawn(UUID message, double share) {
        return (mixed(message) >>> 11) * 0x1.0p-53 < share;
    }

    /** Ids are not random in every bit; each bit of the result depends on all of them (the end of MurmurHash3). */
    private static long mixed(UUID id) {
        long bits = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
        bits = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        bits = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return bits ^ (bits >>> 33);
    }

    /** Keeps what waits. What waits when the service ends is not kept. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepWaiting() {
        boolean more = true;
        while (more) {
            Sample next = waiting.poll();
            more = next != null && keep(next);
        }
    }

    /** Returns whether it is worth going on now. */
    private boolean keep(Sample sample) {
        try {
            store.keep(sample);
            return true;
        } catch (DatabaseAwayException away) {
            skipped.increment();
            // Those behind it would wait as long, and as vainly.
            return false;
        } catch (RuntimeException refused) {
            skipped.increment();
            LOG.warnf(
                    "%s is not kept for audit: %s",
                    sample.messageId(), refused.getClass().getSimpleName());
            return true;
        }
    }
}
