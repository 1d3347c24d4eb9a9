package io.switchboard.gateway.channel.webchat;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells who comes to a widget: somebody the website vouches for, somebody who was here before, or somebody new. */
@ApplicationScoped
public class WhoComes {
    private final ChatConfig config;
    private final MeterRegistry metrics;

    WhoComes(ChatConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Returns the visitor. An identity that proves nothing is a problem, never an anonymous visitor; and nobody is whom
     * an identity spoke of once it is no longer shown.
     */
    Visitor visitor(Account widget, Returning brought, Instant now) {
        Optional<UUID> anonymous = anonymous(widget, brought.token(), now);
        String identity = brought.identity();
        return identity == null
                ? Visitor.anonymous(widget, anonymous.orElseGet(UUID::randomUUID), now.plus(config.tokenLifetime()))
                : signedIn(widget, identity, anonymous.orElse(null), now);
    }

    private static Optional<UUID> anonymous(Account widget, @Nullable String token, Instant now) {
        return Optional.ofNullable(token)
                .flatMap(given -> VisitorTokens.read(widget, given, now))
                .filter(visitor -> visitor.signedIn() == null)
                .map(Visitor::id);
    }

    private Visitor signedIn(Account widget, String identity, @Nullable UUID device, Instant now) {
        try {
            return SignedIdentities.read(widget, identity, device, now, config.longestIdentity());
        } catch (BadIdentityException e) {
            metrics.counter(
                            "switchboard.webhooks.refused",
                            "channel",
                            Widgets.CHANNEL,
                            "reason",
                            "identity-" + e.reason().word())
                    .increment();
            throw Problems.unauthorized(e.reason().detail(), e.reason().word());
        }
    }
}
