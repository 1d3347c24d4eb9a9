package io.switchboard.gateway.sending;

import io.quarkus.arc.All;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.kit.event.InOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** The one way out: finds a reply's channel and account, has it handed over and publishes how it ended. */
@ApplicationScoped
public class Sending {
    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final String NO_CHANNEL = "This channel is not installed.";
    private static final String NO_ACCOUNT = "The account it should go out from is not set up any more.";

    private static final Duration REDIS_PAUSE = Duration.ofSeconds(1);

    private final Map<String, HandingOver> handingOver = new HashMap<>();
    private final Accounts accounts;
    private final ReplyMarkers markers;
    private final Settlements settlements;
    private final InOrder<UUID> inOrder;

    Sending(
            @All List<ChannelSender> all,
            Accounts accounts,
            ReplyMarkers markers,
            Settlements settlements,
            SendingConfig config,
            @VirtualThreads ExecutorService threads) {
        this.accounts = accounts;
        this.markers = markers;
        this.settlements = settlements;
        this.inOrder = new InOrder<>(threads);
        for (ChannelSender sender : all) {
            HandingOver own = new HandingOver(sender, markers, config, Clock.systemUTC());
            sender.channels().forEach(channel -> handingOver.put(channel, own));
        }
    }

    /**
     * Sends a reply, after those of its conversation that came before.
     *
     * @return completes when its outcome is published
     */
    Uni<Void> send(ReplyRequested reply) {
        return Uni.createFrom().completionStage(() -> run(reply));
    }

    private CompletableFuture<Void> run(ReplyRequested reply) {
        return inOrder.run(reply.conversationId(), () -> {
            Outcome outcome = whenRedisAnswers(reply);
            remember(reply, outcome);
            return settlements.publish(reply, outcome).subscribeAsCompletionStage();
        });
    }

    /** Nothing is sent as long as nobody can tell what was; its conversation waits, so that the order stays. */
    private Outcome whenRedisAnswers(ReplyRequested reply) throws InterruptedException {
        while (true) {
            try {
                return outcome(reply);
            } catch (UncheckedIOException e) {
                LOG.warnf("reply %s waits: %s", reply.replyId(), e.getMessage());
                Thread.sleep(REDIS_PAUSE);
            }
        }
    }

    private Outcome outcome(ReplyRequested reply) throws InterruptedException {
        HandingOver channel = handingOver.get(reply.channel());
        if (channel == null) {
            return Outcome.failed(NO_CHANNEL);
        }
        Optional<Account> account = account(channel, reply);
        return account.isPresent() ? channel.handOver(account.get(), reply) : Outcome.failed(NO_ACCOUNT);
    }

    private Optional<Account> account(HandingOver channel, ReplyRequested reply) {
        return accounts.find(channel.accounts(), reply.account())
                .filter(found ->
                        found.tenant().equals(reply.tenant()) && found.centre().equals(reply.centre()));
    }

    /** Puts a reply back that was sent, where its channel keeps replies itself and may have lost this one. */
    public Uni<Void> restore(ReplySettled settled) {
        ReplyRequested reply = settled.reply();
        HandingOver channel = handingOver.get(reply.channel());
        String id = settled.providerMessageId();
        if (channel == null || id == null) {
            return Uni.createFrom().voidItem();
        }
        return account(channel, reply)
                .map(account -> channel.restore(account, reply, id))
                .orElseGet(Uni.createFrom()::voidItem);
    }

    /** When Redis has just gone, the outcome is published all the same: only a crash until then makes it unknown. */
    private void remember(ReplyRequested reply, Outcome outcome) {
        try {
            markers.settle(reply.replyId(), outcome);
        } catch (UncheckedIOException e) {
            LOG.warnf("reply %s: outcome not remembered", reply.replyId());
        }
    }
}
