package io.switchboard.gateway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells every replica what to push to the desks it holds, through one Redis channel.
 *
 * <p>A notice may be lost when Redis is: whoever listens is told of the gap, and reads the desks anew.
 */
@ApplicationScoped
public class Noticeboard {
    private static final Logger LOG = Logger.getLogger(Noticeboard.class);
    private static final String CHANNEL = "gateway:desk:notices";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ReactiveRedisDataSource redis;
    private final Vertx vertx;

    Noticeboard(ReactiveRedisDataSource redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    /** Puts notices up, in order. */
    public Uni<Void> publish(List<Notice> notices) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Notice notice : notices) {
            done = done.flatMap(_ -> redis.execute("PUBLISH", CHANNEL, Change.json(notice)))
                    .replaceWithVoid();
        }
        return done;
    }

    /**
     * Listens for good.
     *
     * @param each called with every notice
     * @param gap called whenever listening begins again after notices may have been missed
     */
    public void listen(Consumer<Notice> each, Runnable gap) {
        redis.pubsub(String.class)
                .subscribe(
                        CHANNEL,
                        text -> each.accept(EventJson.read(text.getBytes(UTF_8), Notice.class)),
                        () -> listenAgain(each, gap),
                        failure -> LOG.warnf("notices: %s", failure))
                .subscribe()
                .with(_ -> gap.run(), failure -> {
                    LOG.warnf("notices: no Redis, trying again: %s", failure.toString());
                    listenAgain(each, gap);
                });
    }

    private void listenAgain(Consumer<Notice> each, Runnable gap) {
        vertx.setTimer(PAUSE.toMillis(), _ -> listen(each, gap));
    }
}
