package io.switchboard.gateway.recovery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.gateway.desk.Desks;
import io.switchboard.gateway.sending.Sending;
import io.switchboard.kit.forgetting.Forgetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Brings back what Redis lost: one that is killed forgets its last moments, one that takes its place may know less, an empty
 * one nothing. Work that was accepted in such a moment would be nobody's, since routing says nothing more about it and no
 * desk shows it; an answer that waits there for a visitor would never be read.
 *
 * <p>Whenever Redis was away, or may have been, what Kafka has since the {@link Bookmark} is written once more. What is there
 * already stays as it is.
 */
@ApplicationScoped
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** All is as it should be again, and perhaps not as it was shown. */
    public record Recovered() {}

    private final Bookmark bookmark;
    private final Desks desks;
    private final Sending sending;
    private final Forgetting forgetting;
    private final Event<Recovered> recovered;
    /** At the start nobody knows what happened before. */
    private final AtomicBoolean doubt = new AtomicBoolean(true);

    Recovery(Bookmark bookmark, Desks desks, Sending sending, Forgetting forgetting, Event<Recovered> recovered) {
        this.bookmark = bookmark;
        this.desks = desks;
        this.sending = sending;
        this.forgetting = forgetting;
        this.recovered = recovered;
    }

    /** Redis was away, or may have been. */
    public void doubt() {
        doubt.set(true);
    }

    @Scheduled(
            every = "${switchboard.recovery.check}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void check() {
        boolean doubted = doubt.getAndSet(false);
        try {
            if (doubted) {
                recover();
            }
            bookmark.moveOn();
        } catch (RuntimeException away) {
            doubt.set(true);
            LOG.warnf("what Redis may have lost is looked at again soon: %s", away.toString());
        }
    }

    /** Who was forgotten is forgotten last: what was said before is brought back before. */
    private void recover() {
        long begun = System.nanoTime();
        Bookmark.Reader since = bookmark.open();
        since.read(Topics.ROUTING_EVENTS, RoutingEvent.class, event -> done(desks.restore(event)));
        since.read(Topics.REPLIES_SETTLED, ReplySettled.class, settled -> {
            done(desks.restore(settled));
            done(sending.restore(settled));
        });
        since.read(Topics.CUSTOMERS_ERASED, CustomerErased.class, erased -> done(forgetting.forget(erased)));
        LOG.infof(
                "what Redis keeps is as Kafka says: %d events in %d ms",
                since.events(), Duration.ofNanos(System.nanoTime() - begun).toMillis());
        recovered.fire(new Recovered());
    }

    private static void done(Uni<Void> step) {
        step.await().atMost(PATIENCE);
    }
}
