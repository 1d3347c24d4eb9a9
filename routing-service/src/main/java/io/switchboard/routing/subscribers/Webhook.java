package io.switchboard.routing.subscribers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.routing.subscribers.Attempt.Unreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Sends one event: the CloudEvents HTTP binding in binary mode, signed as Standard Webhooks asks. */
@ApplicationScoped
class Webhook {
    private static final Logger LOG = Logger.getLogger(Webhook.class);

    private final Targets targets;
    private final SecretSeal seal;
    private final Post post;

    Webhook(Targets targets, SecretSeal seal, Post post) {
        this.targets = targets;
        this.seal = seal;
        this.post = post;
    }

    /** Sends and waits for the answer. {@code now} is what the subscriber can tell an old request by. */
    Attempt send(Head head, Instant now) {
        Map<String, String> headers = attributes(head.event());
        headers.put("webhook-id", head.event().id());
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        try {
            headers.put("webhook-signature", signatures(head, now));
        } catch (IllegalStateException sealed) {
            LOG.errorf("subscription %s: its secret does not open with this key", head.subscription());
            return new Unreachable(0, Unreachable.SEALED);
        }
        try {
            URI target = targets.check(head.url());
            return post.send(target, headers, head.event().bytes());
        } catch (Targets.NotAllowedException notAnyMore) {
            return new Unreachable(0, Unreachable.NOT_ALLOWED);
        }
    }

    /** Two while a secret is being replaced: the subscriber may know either. */
    private String signatures(Head head, Instant now) {
        String first = sign(head, head.secret(), now);
        String previous = head.previousSecret();
        return previous == null ? first : first + " " + sign(head, previous, now);
    }

    private String sign(Head head, String sealed, Instant now) {
        return seal.open(head.subscription(), sealed)
                .sign(head.event().id(), now, head.event().bytes());
    }

    private static Map<String, String> attributes(RoutedEvent event) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Switchboard-Webhooks/1");
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", encoded(event.id()));
        headers.put("ce-type", encoded(event.ceType()));
        headers.put("ce-source", encoded(event.source()));
        headers.put("ce-subject", encoded(event.subject()));
        headers.put("ce-time", event.at().toString());
        headers.put("ce-tenant", encoded(event.tenant()));
        headers.put("ce-centre", encoded(event.centre()));
        return headers;
    }

    /** As the binding asks: what is not printable ASCII, and space, quote and per cent, as per cent and UTF-8. */
    private static String encoded(String value) {
        StringBuilder header = new StringBuilder(value.length());
        for (byte each : value.getBytes(UTF_8)) {
            if (each > ' ' && each < 0x7f && each != '"' && each != '%') {
                header.append((char) each);
            } else {
                header.append(String.format("%%%02X", each));
            }
        }
        return header.toString();
    }
}
