package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.customer.AccountNumber;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.identity.Identities.Meeting;
import io.switchboard.profile.identity.IdentityAudit.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes customers one on proof. Who was said to differ is never made one by itself again. */
@ApplicationScoped
public class Links {
    private static final String ACCOUNT_NUMBER = "rule:account-number";

    private static final String WHOSE_ACCOUNT = """
            select distinct cast(customer_id as text) from handle
            where tenant = :tenant and kind = 'account' and scope = ''
            and value = any (cast(cast(:numbers as text) as text[]))
            """;

    private final Identities identities;
    private final ChangeIdentity change;
    private final SuggestionStore suggestions;
    private final IdentityAudit audit;
    private final IdentityConfig config;

    Links(
            Identities identities,
            ChangeIdentity change,
            SuggestionStore suggestions,
            IdentityAudit audit,
            IdentityConfig config) {
        this.identities = identities;
        this.change = change;
        this.suggestions = suggestions;
        this.audit = audit;
        this.config = config;
    }

    /**
     * Makes who is at {@code proven} one with who is at {@code known}, on proof that both are theirs: a sign-in of an app,
     * a confirmed mail address. Nobody known at one of them, they are met now.
     *
     * @param session of a transaction of {@code tenant}
     * @param centre where who is not known yet belongs
     */
    public Uni<Outcome> link(
            Mutiny.Session session, String tenant, String centre, Address proven, Address known, Cause cause) {
        var meeting = new Meeting(centre, null, null, null);
        return identities
                .whoIsAt(session, tenant, known, meeting)
                .flatMap(owner -> state(session, tenant, centre, proven, owner.id(), cause));
    }

    /**
     * Notes that {@code address} is a customer's and makes who is known there one with them.
     *
     * @param session of a transaction of {@code tenant}
     * @param centre where who is not known yet belongs
     * @return refused as {@link Refusal#ALREADY_ONE} when that was known
     */
    public Uni<Outcome> state(
            Mutiny.Session session, String tenant, String centre, Address address, UUID customer, Cause cause) {
        var meeting = new Meeting(centre, null, null, null);
        UUID atAddress = address.customerId(tenant);
        return identities
                .whoIsAt(session, tenant, address, meeting)
                .flatMap(there -> one(session, tenant, there.id(), atAddress, customer, cause))
                .flatMap(outcome -> outcome instanceof Outcome.Done
                        ? audit.note(session, tenant, customer, atAddress, Deed.HANDLE_STATED, cause)
                                .replaceWith(outcome)
                        : Uni.createFrom().item(outcome));
    }

    private Uni<Outcome> one(
            Mutiny.Session session, String tenant, UUID there, UUID atAddress, UUID customer, Cause cause) {
        return suggestions
                .saidToDiffer(session, tenant, there, customer)
                .flatMap(differ -> differ
                        ? Uni.createFrom().item(new Outcome.Refused(Refusal.SAID_TO_DIFFER, 0))
                        : change.merge(session, tenant, atAddress, customer, null, null, cause));
    }

    /**
     * Makes the writer of a letter one with the one customer whose account number it gives.
     *
     * @return who is known as somebody else by that
     */
    Uni<List<UUID>> byAccountNumber(Mutiny.Session session, Message message, CustomerProfile writer) {
        List<String> numbers = message.visibility() == Visibility.PRIVATE
                        && config.accountNumberProvesOn().contains(message.channel())
                ? AccountNumber.in(Mentions.read(message))
                : List.of();
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var evidence = Map.<String, Object>of("messageId", message.messageId().toString());
        var cause = new Cause(ACCOUNT_NUMBER, null, evidence);
        return whoseAccount(session, message.tenant(), numbers)
                .flatMap(owner -> owner == null
                        ? Uni.createFrom().item(List.of())
                        : one(session, message.tenant(), writer.id(), writer.id(), owner, cause)
                                .map(outcome ->
                                        outcome instanceof Outcome.Done done ? List.of(done.one()) : List.of()));
    }

    /** Two accounts in one letter say nothing about who writes. */
    private static Uni<@Nullable UUID> whoseAccount(Mutiny.Session session, String tenant, List<String> numbers) {
        return session.createNativeQuery(WHOSE_ACCOUNT, String.class)
                .setParameter("tenant", tenant)
                .setParameter("numbers", "{" + String.join(",", numbers) + "}")
                .getResultList()
                .map(found -> found.size() == 1 ? UUID.fromString(found.getFirst()) : null);
    }
}
