package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.identity.Mentions.Mention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What tells of who may be one, noted while messages flow and looked at afterwards. */
@ApplicationScoped
class Clues {
    private static final String NOTE = """
            insert into identity_clue (tenant, customer_id, message_id, mentions)
            select h.tenant, h.customer_id, r.message_id, r.mentions
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r (message_id uuid, kind text, scope text, value text, mentions text)
            join handle h on h.tenant = :tenant and h.kind = r.kind and h.scope = r.scope and h.value = r.value
            """;

    private static final String TAKE = """
            with taken as (
                delete from identity_clue where tenant = :tenant and clue_id in (
                    select clue_id from identity_clue where tenant = :tenant
                    order by clue_id limit :limit for update skip locked)
                returning customer_id, message_id, mentions
            )
            select cast(json_build_object('customerId', customer_id, 'messageId', message_id,
                'mentions', cast(mentions as json)) as text)
            from taken
            """;

    /** Until then what was noted last may not be committed. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /**
     * Something new of a customer.
     *
     * @param customerId who was met, or wrote
     * @param messageId what they wrote; null when they were just met
     * @param mentions what it names
     */
    record Clue(UUID customerId, @Nullable UUID messageId, List<Mention> mentions) {
        Clue {
            mentions = List.copyOf(mentions);
        }
    }

    private final Addresses addresses;
    private final Map<String, Instant> tenants = new ConcurrentHashMap<>();

    Clues(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Notes what messages of one tenant name. Public ones name others, not their writer. */
    Uni<Void> note(Mutiny.Session session, String tenant, List<Message> messages) {
        List<ClueRow> rows = messages.stream()
                .filter(message -> message.visibility() == Visibility.PRIVATE)
                .flatMap(message -> row(message).stream())
                .toList();
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        noted(tenant);
        return session.createNativeQuery(NOTE)
                .setParameter("tenant", tenant)
                .setParameter("rows", EventJson.text(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Optional<ClueRow> row(Message message) {
        Address own = addresses.of(message);
        List<Mention> mentions = Mentions.in(Mentions.read(message), own);
        return mentions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClueRow(
                        message.messageId(), own.kind(), own.scope(), own.value(), EventJson.text(mentions)));
    }

    /** What a message names as {@link #NOTE} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record ClueRow(UUID messageId, String kind, String scope, String value, String mentions) {}

    /** Somebody of a tenant is to be looked at soon. */
    void noted(String tenant) {
        tenants.put(tenant, Instant.now());
    }

    /** Returns the tenants of whom something new was heard here. */
    List<String> tenants() {
        return List.copyOf(tenants.keySet());
    }

    /** All there was of a tenant has been looked at. */
    void lookedAt(String tenant) {
        tenants.computeIfPresent(tenant, (same, noted) -> noted.plus(SETTLING).isBefore(Instant.now()) ? null : noted);
    }

    /** Takes at most {@code limit} clues that nobody else is looking at; they are gone with the transaction. */
    Uni<List<Clue>> take(Mutiny.Session session, String tenant, int limit) {
        return session.createNativeQuery(TAKE, String.class)
                .setParameter("tenant", tenant)
                .setParameter("limit", limit)
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), Clue.class))
                        .toList());
    }
}
