package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.identity.IdentityAudit.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Makes two customers one, and takes it back. No handle and no message moves, so taking back is exact, whatever came in
 * between; and a reply goes where its conversation is, whoever the customer is.
 */
@ApplicationScoped
public class ChangeIdentity {
    private final IdentityStore store;
    private final SuggestionStore suggestions;
    private final IdentityAudit audit;

    ChangeIdentity(IdentityStore store, SuggestionStore suggestions, IdentityAudit audit) {
        this.store = store;
        this.suggestions = suggestions;
        this.audit = audit;
    }

    /**
     * Merges {@code one}, with all they are one with, into {@code other}, with all they are one with.
     *
     * @param session of a transaction of {@code tenant}
     * @param expected the version of {@code one} that the caller knows; null when they need not know
     * @param expectedOther the same of {@code other}
     */
    public Uni<Outcome> merge(
            Mutiny.Session session,
            String tenant,
            UUID one,
            UUID other,
            @Nullable Integer expected,
            @Nullable Integer expectedOther,
            Cause cause) {
        return holding(
                session,
                tenant,
                one,
                other,
                (from, into) -> MergeRules.ofMerging(from, into, expected, expectedOther)
                        .map(why -> refused(why, from))
                        .orElseGet(() -> store.merge(
                                        session, tenant, from.rootId(), into.rootId(), MergeRules.next(from, into))
                                .chain(() ->
                                        audit.note(session, tenant, from.rootId(), into.rootId(), Deed.MERGED, cause))
                                .replaceWith(new Outcome.Done(from.rootId(), into.rootId()))));
    }

    /**
     * Parts {@code one}, with all who were merged into them, from whom they were merged into. The two are not made one
     * again by any rule, nor suggested.
     *
     * @param session of a transaction of {@code tenant}
     * @param expected the version of {@code one} that the caller knows; null when they need not know
     */
    public Uni<Outcome> unmerge(
            Mutiny.Session session, String tenant, UUID one, @Nullable Integer expected, Cause cause) {
        return holding(
                session,
                tenant,
                one,
                one,
                (from, same) -> MergeRules.ofUnmerging(from, expected)
                        .map(why -> refused(why, from))
                        .orElseGet(() -> store.unmerge(session, tenant, one, from.rootId(), MergeRules.next(from, same))
                                .chain(() -> differ(session, tenant, one, from.mergedInto(), cause))
                                .chain(() -> audit.note(session, tenant, one, from.mergedInto(), Deed.UNMERGED, cause))
                                .replaceWith(new Outcome.Done(one, from.rootId()))));
    }

    private Uni<Void> differ(Mutiny.Session session, String tenant, UUID one, @Nullable UUID other, Cause cause) {
        return other == null
                ? Uni.createFrom().voidItem()
                : suggestions.settle(session, tenant, one, other, false, cause.by());
    }

    /** Looks, holds all who would be changed, and looks again. */
    private Uni<Outcome> holding(
            Mutiny.Session session,
            String tenant,
            UUID one,
            UUID other,
            BiFunction<Member, Member, Uni<Outcome>> work) {
        return store.members(session, tenant, one, other)
                .flatMap(seen -> missing(seen, one, other)
                        .map(ChangeIdentity::unknown)
                        .orElseGet(() -> {
                            Member first = Member.of(seen, one);
                            Member second = Member.of(seen, other);
                            return store.lock(session, tenant, first.rootId(), second.rootId())
                                    .chain(() -> store.members(session, tenant, one, other))
                                    .flatMap(held -> haveMoved(seen, held)
                                            ? refused(Refusal.STALE, Member.of(held, one))
                                            : work.apply(Member.of(held, one), Member.of(held, other)));
                        }));
    }

    /** Somebody changed who is who while we waited, so what we hold is not all that it takes. */
    private static boolean haveMoved(Map<UUID, Member> seen, Map<UUID, Member> held) {
        return seen.values().stream().anyMatch(one -> !one.equals(Member.of(held, one.customerId())));
    }

    private static Optional<UUID> missing(Map<UUID, Member> seen, UUID one, UUID other) {
        return !seen.containsKey(one)
                ? Optional.of(one)
                : Optional.of(other).filter(candidate -> !seen.containsKey(candidate));
    }

    private static Uni<Outcome> unknown(UUID customer) {
        return Uni.createFrom().item(new Outcome.Unknown(customer));
    }

    private static Uni<Outcome> refused(Refusal why, Member one) {
        return Uni.createFrom().item(new Outcome.Refused(why, one.version()));
    }
}
