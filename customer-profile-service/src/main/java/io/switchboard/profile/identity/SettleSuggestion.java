package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.identity.IdentityAudit.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a person says to who may be one. */
@ApplicationScoped
public class SettleSuggestion {
    private final SuggestionStore suggestions;
    private final ChangeIdentity change;
    private final IdentityAudit audit;

    SettleSuggestion(SuggestionStore suggestions, ChangeIdentity change, IdentityAudit audit) {
        this.suggestions = suggestions;
        this.change = change;
        this.audit = audit;
    }

    /** Returns the likeliest {@code limit} open ones about a customer after the one of {@code score} and {@code last}. */
    public Uni<List<Suggestion>> open(
            Mutiny.Session session, String tenant, UUID customer, double score, UUID last, int limit) {
        return suggestions.of(session, tenant, customer, score, last, limit);
    }

    /** Merges the other into the customer; {@link Outcome.Unknown} when there is no such open suggestion. */
    public Uni<Outcome> confirm(Mutiny.Session session, String tenant, UUID customer, UUID suggestion, Cause cause) {
        return suggestions
                .pair(session, tenant, customer, suggestion)
                .flatMap(found -> found.map(pair -> change.merge(
                                        session, tenant, pair.other(), customer, null, null, cause)
                                .flatMap(outcome -> outcome instanceof Outcome.Done
                                        ? suggestions
                                                .settle(session, tenant, pair.theirs(), pair.other(), true, cause.by())
                                                .replaceWith(outcome)
                                        : Uni.createFrom().item(outcome)))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Unknown(suggestion))));
    }

    /** Notes that the two differ, for ever; false when there is no such open suggestion. */
    public Uni<Boolean> reject(Mutiny.Session session, String tenant, UUID customer, UUID suggestion, Cause cause) {
        return suggestions
                .pair(session, tenant, customer, suggestion)
                .flatMap(found -> found.map(pair -> suggestions
                                .settle(session, tenant, pair.theirs(), pair.other(), false, cause.by())
                                .chain(() -> audit.note(
                                        session, tenant, pair.theirs(), pair.other(), Deed.SUGGESTION_REJECTED, cause))
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
