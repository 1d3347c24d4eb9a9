package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes down who changed a customer, when and why. It only grows. */
@ApplicationScoped
public class IdentityAudit {

    /** What was done to a customer. */
    public enum Deed {
        MERGED,
        UNMERGED,
        HANDLE_STATED,
        RANKED,
        CONSENT,
        SUGGESTION_REJECTED
    }

    /** Returns the newest {@code limit} deeds done to or with a customer before the one numbered {@code before}. */
    public Uni<List<IdentityChange>> of(Mutiny.Session session, String tenant, UUID customer, long before, int limit) {
        return session.createNativeQuery(IdentitySql.CHANGES, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customer", customer)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), IdentityChange.class))
                        .toList());
    }

    /** Notes a deed, in the transaction that does it. */
    public Uni<Void> note(
            Mutiny.Session session, String tenant, UUID customer, @Nullable UUID other, Deed deed, Cause cause) {
        return note(session, tenant, List.of(new Entry(customer, other, deed, cause)));
    }

    /**
     * A deed to be noted.
     *
     * @param customer to whom
     * @param other with whom, or null
     */
    record Entry(UUID customer, @Nullable UUID other, Deed deed, Cause cause) {}

    /** Notes deeds in their order, in the transaction that does them. */
    Uni<Void> note(Mutiny.Session session, String tenant, List<Entry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(IdentitySql.NOTE)
                        .setParameter("tenant", tenant)
                        .setParameter(
                                "rows",
                                EventJson.text(entries.stream().map(Row::of).toList()))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** A deed as {@link IdentitySql#NOTE} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            UUID changeId,
            UUID customerId,
            @Nullable UUID otherId,
            Deed what,
            String by,
            @Nullable String reason,
            String evidence) {
        static Row of(Entry entry) {
            Cause cause = entry.cause();
            return new Row(
                    // By time, so that what is noted together lies together: at random each is a page of its own.
                    UuidCreator.getTimeOrderedEpoch(),
                    entry.customer(),
                    entry.other(),
                    entry.deed(),
                    cause.by(),
                    cause.reason(),
                    EventJson.text(cause.evidence()));
        }
    }
}
