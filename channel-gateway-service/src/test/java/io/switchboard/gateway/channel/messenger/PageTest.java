package io.switchboard.gateway.channel.messenger;

import static io.switchboard.gateway.channel.messenger.Told.list;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Provider;
import io.switchboard.gateway.world.Provider.Answer;
import io.switchboard.gateway.world.Topic;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A page that is asked what was written to it, and what came of the looks at it. */
abstract class PageTest {
    static final String PAGE = "100200300";
    static final String OTHER_PAGE = "900800700";
    static final String CONVERSATIONS = PAGE + "/conversations";
    static final String FEED = PAGE + "/feed";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    PageClaims pageClaims;

    @Inject
    MeterRegistry metrics;

    @Inject
    RedisDataSource redis;

    Provider provider;
    private Topic received;
    private Topic claimed;
    final Set<UUID> claims = new HashSet<>();
    final Instant now = Instant.now();
    final Instant lately = now.minusSeconds(600);

    @BeforeEach
    void listen() {
        provider.reset();
        // A look that began in another test must not end in this one.
        awaitLooks(1);
        received = Topic.fromNowOn(Topics.MESSAGES_RECEIVED);
        claimed = Topic.fromNowOn(Topics.MESSAGES_CLAIMED);
    }

    @AfterEach
    void close() {
        provider.reset();
        received.close();
        claimed.close();
    }

    void tell(String edge, String... items) {
        provider.tell(edge, null, Answer.of(200, list(null, items)));
    }

    void awaitClaims(UUID... ids) {
        awaitSeen(() -> collect().containsAll(List.of(ids)));
    }

    Collection<UUID> collect() {
        claimed.events(0, MessagesClaimed.class).forEach(claim -> claims.addAll(claim.messageIds()));
        return claims;
    }

    /** Waits for so many whole looks at the page from now on, private and public. */
    void awaitLooks(int count) {
        for (int i = 0; i < count; i++) {
            pageClaims.claim();
        }
    }

    /** Looks until it is seen: a schedule of seconds would make the tests wait for it. */
    void awaitSeen(BooleanSupplier seen) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            pageClaims.claim();
            return seen.getAsBoolean();
        });
    }

    List<Message> messages(int count) {
        return received.events(count, MessageReceived.class).stream()
                .map(MessageReceived::message)
                .toList();
    }

    static UUID id(String channel, String providerMessageId) {
        return Identities.message(channel, PAGE, providerMessageId);
    }

    double caughtUp(String channel) {
        return metrics.find("switchboard.messages.caught.up").tag("channel", channel).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    double looked(String page, String result) {
        return metrics.find("switchboard.pages.looked").tags("account", page, "result", result).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
