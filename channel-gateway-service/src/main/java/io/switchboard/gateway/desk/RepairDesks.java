package io.switchboard.gateway.desk;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.Replay;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Brings desks back when Redis lost what was on them: one that is killed forgets its last moments, one that takes its place
 * may know less, an empty one nothing. Work that was accepted in such a moment would be nobody's: routing says nothing more
 * about it, and no desk shows it.
 *
 * <p>Redis keeps a mark that says when all was well last. Whenever it was away, or may have been, what Kafka has since a
 * minute before the mark is written once more; without a mark, all that Kafka has. What is there already stays as it is.
 */
@ApplicationScoped
public class RepairDesks {
    private static final Logger LOG = Logger.getLogger(RepairDesks.class);
    private static final String MARK = "gateway:desk:kept";
    /** More than Redis forgets, and more than the clocks of Kafka and this service differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Desks are as they should be again, and perhaps not as they were shown. */
    public record Repaired() {}

    private final ReactiveRedisDataSource redis;
    private final Desks desks;
    private final Replay replay;
    private final Event<Repaired> repaired;
    private final Clock clock = Clock.systemUTC();
    /** At the start nobody knows what happened before. */
    private final AtomicBoolean doubt = new AtomicBoolean(true);

    RepairDesks(ReactiveRedisDataSource redis, Desks desks, Replay replay, Event<Repaired> repaired) {
        this.redis = redis;
        this.desks = desks;
        this.replay = replay;
        this.repaired = repaired;
    }

    /** Redis was away, or may have been. */
    public void doubt() {
        doubt.set(true);
    }

    @Scheduled(
            every = "${switchboard.desk.check}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void check() {
        boolean doubted = doubt.getAndSet(false);
        try {
            Instant now = clock.instant();
            if (doubted) {
                repair();
            }
            ask("SET", MARK, now.toString());
        } catch (RuntimeException away) {
            doubt.set(true);
            LOG.warnf("desks are looked at again soon: %s", away.toString());
        }
    }

    private void repair() {
        Response mark = ask("GET", MARK);
        Instant since =
                mark == null ? Instant.EPOCH : Instant.parse(mark.toString()).minus(MARGIN);
        LOG.infof("desks: what came since %s is looked at once more", since);
        replay.read(Topics.ROUTING_EVENTS, since, RoutingEvent.class, event -> done(desks.project(event)));
        replay.read(
                Topics.REPLIES_SETTLED,
                since,
                ReplySettled.class,
                settled -> done(desks.note(settled.reply(), ReplyState.of(settled))));
        repaired.fire(new Repaired());
    }

    private Response ask(String command, String... arguments) {
        return done(redis.execute(command, arguments));
    }

    private static <T> T done(Uni<T> step) {
        return step.await().atMost(PATIENCE);
    }
}
