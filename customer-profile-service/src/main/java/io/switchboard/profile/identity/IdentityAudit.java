package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        return session.createNativeQuery(IdentitySql.NOTE)
                .setParameter("tenant", tenant)
                .setParameter("change", UUID.randomUUID())
                .setParameter("customer", customer)
                .setParameter("other", other == null ? null : other.toString())
                .setParameter("what", deed.name())
                .setParameter("by", cause.by())
                .setParameter("reason", cause.reason())
                .setParameter("evidence", EventJson.text(cause.evidence()))
                .executeUpdate()
                .replaceWithVoid();
    }
}
