package io.switchboard.gateway.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells the suite how replies ended. */
@ApplicationScoped
public class Settlements {
    private static final Logger LOG = Logger.getLogger(Settlements.class);
    private static final String SOURCE = "/channel-gateway";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MutinyEmitter<byte[]> settled;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    Settlements(@Channel("replies-settled") MutinyEmitter<byte[]> settled, MeterRegistry metrics) {
        this.settled = settled;
        this.metrics = metrics;
    }

    /** Publishes how a reply ended; tries until Kafka has it. */
    Uni<Void> publish(ReplyRequested reply, Outcome outcome) {
        Instant now = clock.instant();
        ReplySettled event =
                new ReplySettled(reply, outcome.kind(), outcome.providerMessageId(), outcome.reason(), now);
        EventHeaders headers = new EventHeaders(
                reply.replyId() + "-" + outcome.kind(),
                EventTypes.REPLY_SETTLED,
                SOURCE,
                reply.replyId().toString(),
                now,
                reply.tenant(),
                reply.centre());
        return Uni.createFrom()
                .deferred(() -> Events.send(settled, reply.conversationId().toString(), headers, event))
                .onFailure()
                .invoke(failure -> LOG.warnf("reply %s: outcome not published yet: %s", reply.replyId(), failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(() -> count(reply, outcome));
    }

    private void count(ReplyRequested reply, Outcome outcome) {
        LOG.infof("reply %s: %s", reply.replyId(), outcome.kind());
        metrics.counter(
                        "switchboard.replies.settled",
                        "channel",
                        reply.channel(),
                        "outcome",
                        outcome.kind().name())
                .increment();
    }
}
