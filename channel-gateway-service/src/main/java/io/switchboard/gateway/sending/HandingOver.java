package io.switchboard.gateway.sending;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Hands one channel's replies to its provider, each at most once. Blocks: for virtual threads.
 *
 * <p>A marker goes up before an attempt. It comes down when the provider surely does not have the reply; otherwise it
 * stays, and whoever finds it after a crash can't know and leaves the decision to the agent.
 */
final class HandingOver {
    private static final Logger LOG = Logger.getLogger(HandingOver.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final String NOBODY_KNOWS = "It was interrupted while it was sent: it may or may not have arrived.";

    private final ChannelSender sender;
    private final ReplyMarkers markers;
    private final SendingConfig config;
    private final Semaphore permits;
    private final Pauses pauses;
    private final Clock clock;

    HandingOver(ChannelSender sender, ReplyMarkers markers, SendingConfig config, Clock clock) {
        this.sender = sender;
        this.markers = markers;
        this.config = config;
        this.permits = new Semaphore(config.perChannel());
        this.pauses = new Pauses(config.firstPause(), config.longestPause());
        this.clock = clock;
    }

    /** Returns the channel under which its accounts are found. */
    String accounts() {
        return sender.accounts();
    }

    /** Puts a reply back that was handed over. */
    Uni<Void> restore(Account account, ReplyRequested reply, String id) {
        return sender.restore(account, reply, id);
    }

    /**
     * Hands a reply over, if nobody has.
     *
     * @return how it ended, now or earlier
     * @throws java.io.UncheckedIOException when Redis can't tell whether somebody has: nothing was handed over
     */
    Outcome handOver(Account account, ReplyRequested reply) throws InterruptedException {
        Instant deadline = clock.instant().plus(config.tryFor());
        for (int attempt = 0; ; attempt++) {
            Optional<Outcome> earlier = earlier(reply);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            switch (attempt(account, reply)) {
                case Delivery.Delivered(String id) -> {
                    return Outcome.sent(id);
                }
                case Delivery.Refused(String reason) -> {
                    return Outcome.failed(reason);
                }
                case Delivery.Uncertain(String reason) -> {
                    return Outcome.unknown(reason);
                }
                case Delivery.TryAgain(String reason, Optional<Duration> asked) -> {
                    Duration pause = pauses.after(attempt, asked, RandomGenerator.getDefault());
                    if (clock.instant().plus(pause).isAfter(deadline)) {
                        return Outcome.failed(reason);
                    }
                    markers.takeBack(reply.replyId());
                    LOG.infof("reply %s: attempt %d failed, next in %d ms", reply.replyId(), attempt, pause.toMillis());
                    Thread.sleep(pause);
                }
            }
        }
    }

    /** Returns how the reply ended earlier; empty when it is ours to hand over, and then it is marked so. */
    private Optional<Outcome> earlier(ReplyRequested reply) throws InterruptedException {
        Marker marker = markers.begin(reply.replyId(), clock.instant());
        while (true) {
            switch (marker) {
                case Marker.None() -> {
                    return Optional.empty();
                }
                case Marker.Settled(Outcome outcome) -> {
                    return Optional.of(outcome);
                }
                case Marker.Sending(Instant since) -> {
                    if (sender.isIdempotent()) {
                        return Optional.empty();
                    }
                    // Another replica may have it in hand at this moment, when partitions have just moved.
                    if (clock.instant().isAfter(since.plus(config.handOver()))) {
                        return Optional.of(Outcome.unknown(NOBODY_KNOWS));
                    }
                    Thread.sleep(LOOK_AGAIN);
                    marker = markers.begin(reply.replyId(), clock.instant());
                }
            }
        }
    }

    private Delivery attempt(Account account, ReplyRequested reply) throws InterruptedException {
        permits.acquire();
        try {
            return sender.send(account, reply).await().atMost(config.handOver());
        } catch (RuntimeException e) {
            LOG.warnf("reply %s: %s", reply.replyId(), e.getClass().getName());
            return new Delivery.Uncertain("Sending broke off: it may or may not have arrived.");
        } finally {
            permits.release();
        }
    }
}
