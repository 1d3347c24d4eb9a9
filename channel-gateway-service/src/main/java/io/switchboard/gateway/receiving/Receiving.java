package io.switchboard.gateway.receiving;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.message.Attachment;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.attachment.Enclosures;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one way in. */
@ApplicationScoped
public class Receiving {
    private static final Logger LOG = Logger.getLogger(Receiving.class);
    private static final String SOURCE = "/channel-gateway";
    /** Providers give up after five seconds and more; a quick "not now" makes them come again. */
    private static final Duration PATIENCE = Duration.ofMillis(2800);

    private final MutinyEmitter<byte[]> received;
    private final SeenMessages seen;
    private final Enclosures enclosures;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    Receiving(
            @Channel("messages-received") MutinyEmitter<byte[]> received,
            SeenMessages seen,
            Enclosures enclosures,
            MeterRegistry metrics) {
        this.received = received;
        this.seen = seen;
        this.enclosures = enclosures;
        this.metrics = metrics;
    }

    /**
     * Takes what came to an account.
     *
     * @return completes when Kafka has acknowledged every message; fails with {@link NotTakenException} when it has not
     */
    public Uni<Void> take(Account account, List<Arrival> arrivals) {
        Map<UUID, Arrival> fresh = byId(account, arrivals);
        List<UUID> ids = List.copyOf(fresh.keySet());
        return seen.among(ids)
                .flatMap(known -> {
                    known.forEach(id -> {
                        Arrival again = fresh.remove(id);
                        if (again != null) {
                            ignore(again.channel(), id);
                        }
                    });
                    return fresh.isEmpty() ? Uni.createFrom().voidItem() : publish(account, fresh);
                })
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(NotTakenException::new);
    }

    private void ignore(String channel, UUID message) {
        LOG.debugf("message %s came again", message);
        metrics.counter("switchboard.messages.ignored", "channel", channel, "kind", "redelivery")
                .increment();
    }

    /** Publishes what is known to be new; completes when Kafka has all of it. */
    Uni<Void> publish(Account account, Map<UUID, Arrival> fresh) {
        List<Uni<Message>> stamped = new ArrayList<>();
        fresh.forEach((id, arrival) -> stamped.add(enclosures
                .keep(account, id, arrival.enclosures())
                .map(attachments -> stamp(account, id, arrival, attachments))));
        return Uni.join().all(stamped).andFailFast().flatMap(this::publish);
    }

    private Uni<Void> publish(List<Message> messages) {
        return Uni.join()
                .all(messages.stream().map(this::send).toList())
                .andCollectFailures()
                .invoke(() ->
                        seen.remember(messages.stream().map(Message::messageId).toList()))
                .invoke(() -> messages.forEach(this::count))
                .replaceWithVoid();
    }

    private void count(Message message) {
        metrics.counter("switchboard.messages.received", "channel", message.channel())
                .increment();
        LOG.debugf("message %s of conversation %s received", message.messageId(), message.conversationId());
    }

    private Uni<Void> send(Message message) {
        EventHeaders headers = new EventHeaders(
                message.messageId().toString(),
                EventTypes.MESSAGE_RECEIVED,
                SOURCE,
                message.messageId().toString(),
                message.receivedAt(),
                message.tenant(),
                message.centre());
        return Events.send(received, message.conversationId().toString(), headers, new MessageReceived(message));
    }

    /** Returns messages by their ids, each once. */
    static Map<UUID, Arrival> byId(Account account, List<Arrival> arrivals) {
        Map<UUID, Arrival> byId = new LinkedHashMap<>();
        arrivals.forEach(arrival -> byId.putIfAbsent(id(account, arrival), arrival));
        return byId;
    }

    private static UUID id(Account account, Arrival arrival) {
        return Identities.message(arrival.channel(), account.address(), arrival.providerMessageId());
    }

    private static UUID conversation(Account account, Arrival arrival) {
        return arrival.conversation() == null
                ? Identities.conversation(arrival.channel(), account.address(), arrival.thread())
                : arrival.conversation();
    }

    private Message stamp(Account account, UUID id, Arrival arrival, List<Attachment> attachments) {
        return new Message(
                id,
                account.tenant(),
                account.centre(),
                arrival.channel(),
                account.address(),
                CleanText.of(arrival.handle()),
                CleanText.ofNullable(arrival.handleName()),
                conversation(account, arrival),
                arrival.visibility(),
                CleanText.ofNullable(arrival.subject()),
                CleanText.of(arrival.text()),
                attachments.stream().map(Receiving::clean).toList(),
                CleanText.of(arrival.providerMessageId()),
                arrival.references().stream().map(CleanText::of).toList(),
                arrival.sentAt(),
                clock.instant(),
                clean(arrival.signedIdentity()));
    }

    private static @Nullable SignedIdentity clean(@Nullable SignedIdentity identity) {
        return identity == null
                ? null
                : new SignedIdentity(
                        CleanText.of(identity.subject()),
                        CleanText.ofNullable(identity.accountNumber()),
                        CleanText.ofNullable(identity.email()),
                        CleanText.ofNullable(identity.phone()),
                        CleanText.ofNullable(identity.device()));
    }

    private static Attachment clean(Attachment attachment) {
        return new Attachment(
                CleanText.ofNullable(attachment.name()),
                CleanText.of(attachment.contentType()),
                attachment.size(),
                attachment.reference(),
                attachment.problem());
    }
}
