package io.switchboard.gateway.claiming;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes {@code messages.claimed}. */
@ApplicationScoped
public class Claims {
    private static final int MOST = 500;
    private static final String SOURCE = "/channel-gateway";

    private final MutinyEmitter<byte[]> topic;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    Claims(@Channel("messages-claimed") MutinyEmitter<byte[]> topic, MeterRegistry metrics) {
        this.topic = topic;
        this.metrics = metrics;
    }

    /** Tells what a provider says it delivered to an account; completes when Kafka has it. */
    public Uni<Void> publish(Account account, List<Claim> claims) {
        return Multi.createFrom()
                .iterable(claims)
                .group()
                .intoLists()
                .of(MOST)
                .onItem()
                .transformToUniAndConcatenate(some -> send(account, some))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(Account account, List<Claim> claims) {
        String channel = claims.getFirst().channel();
        Instant now = clock.instant();
        var claimed = new MessagesClaimed(
                account.tenant(),
                account.centre(),
                channel,
                account.address(),
                claims.stream().map(claim -> id(account, claim)).toList(),
                claims.stream()
                        .map(Claim::deliveredAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now),
                now);
        var headers = new EventHeaders(
                UUID.randomUUID().toString(),
                EventTypes.MESSAGES_CLAIMED,
                SOURCE,
                account.address(),
                now,
                account.tenant(),
                account.centre());
        return Events.send(topic, account.address(), headers, claimed)
                .invoke(() -> metrics.counter("switchboard.messages.claimed", "channel", channel)
                        .increment(claims.size()));
    }

    private static UUID id(Account account, Claim claim) {
        return Identities.message(claim.channel(), account.address(), claim.providerMessageId());
    }
}
