package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.identity.Mentions.Mention;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps who may be one, and who was said to differ. */
@ApplicationScoped
public class SuggestionStore {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    /** Two who share something, and how many others do. */
    record Alike(UUID one, UUID other, String kind, String key, int others) {
        Reason reason() {
            return kind.equals("name") ? Scores.sameName(key, others) : Scores.similarAddress(key, others);
        }
    }

    /** Two who were suggested. */
    public record Pair(UUID theirs, UUID other) {}

    /** Returns who shares a name or an address like one with some customers. */
    Uni<List<Alike>> alike(Mutiny.Session session, String tenant, Collection<UUID> customers) {
        return session.createNativeQuery(SuggestionSql.BY_INDEX, Object[].class)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(SuggestionSql.ALIKE, String.class)
                        .setParameter("tenant", tenant)
                        .setParameter(
                                "ids",
                                customers.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                        .setParameter("limit", Scores.TOO_MANY)
                        .getResultList())
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), Alike.class))
                        .toList());
    }

    /** Returns whose a mentioned address is, or may be. */
    Uni<List<UUID>> named(Mutiny.Session session, String tenant, Mention mention) {
        var query = Mentions.address(mention)
                .map(address -> session.createNativeQuery(SuggestionSql.NAMED, String.class)
                        .setParameter("kind", address.kind()))
                .orElseGet(() -> session.createNativeQuery(SuggestionSql.NAMED_LIKE, String.class)
                        .setParameter("limit", Scores.TOO_MANY));
        return query.setParameter("tenant", tenant)
                .setParameter("value", mention.value())
                .getResultList()
                .map(found -> found.stream().map(UUID::fromString).toList());
    }

    /** Returns whether somebody said that two, or any who are one with them, differ. */
    public Uni<Boolean> saidToDiffer(Mutiny.Session session, String tenant, UUID one, UUID other) {
        return session.createNativeQuery(SuggestionSql.SAID_TO_DIFFER, Boolean.class)
                .setParameter("tenant", tenant)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResult();
    }

    /** Suggests that two are one, for these reasons and those known before; settled ones stay settled. */
    Uni<Void> suggest(Mutiny.Session session, String tenant, UUID one, UUID other, List<Reason> reasons) {
        return session.createNativeQuery(SuggestionSql.KNOWN, String.class)
                .setParameter("tenant", tenant)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResultOrNull()
                .map(known -> Scores.together(known == null ? List.of() : read(known, REASONS), reasons))
                .flatMap(all -> session.createNativeQuery(SuggestionSql.SUGGEST)
                        .setParameter("tenant", tenant)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("one", one)
                        .setParameter("other", other)
                        .setParameter("score", Scores.of(all))
                        .setParameter("reasons", EventJson.text(all))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Notes that somebody said two are one, or differ. */
    public Uni<Void> settle(Mutiny.Session session, String tenant, UUID one, UUID other, boolean same, String by) {
        return session.createNativeQuery(SuggestionSql.SETTLE)
                .setParameter("tenant", tenant)
                .setParameter("id", UUID.randomUUID())
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("state", same ? "CONFIRMED" : "REJECTED")
                .setParameter("by", by)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Returns the likeliest {@code limit} open suggestions about a customer that come after one of {@code score} and
     * {@code before}.
     */
    public Uni<List<Suggestion>> of(
            Mutiny.Session session, String tenant, UUID customer, double score, UUID before, int limit) {
        return session.createNativeQuery(SuggestionSql.OF, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customer)
                .setParameter("score", score)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), Suggestion.class))
                        .toList());
    }

    /** Returns whom an open suggestion about a customer is of; empty when there is none, or they are one by now. */
    public Uni<Optional<Pair>> pair(Mutiny.Session session, String tenant, UUID customer, UUID suggestion) {
        return session.createNativeQuery(SuggestionSql.PAIR, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customer)
                .setParameter("id", suggestion)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found)
                        .map(json -> read(json, IDS))
                        .map(ids -> new Pair(ids.getFirst(), ids.getLast())));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return EventJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can't be read", impossible);
        }
    }
}
