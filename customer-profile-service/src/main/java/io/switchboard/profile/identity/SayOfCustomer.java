package io.switchboard.profile.identity;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Consent;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.customer.Saying;
import io.switchboard.profile.identity.IdentityAudit.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what somebody says of a customer: of all who are one with them now, and each keeps it. */
@ApplicationScoped
public class SayOfCustomer {
    private final CustomerStore customers;
    private final IdentityAudit audit;

    SayOfCustomer(CustomerStore customers, IdentityAudit audit) {
        this.customers = customers;
        this.audit = audit;
    }

    /** Says how a customer ranks and what is known of them; empty when there is no such customer. */
    public Uni<Optional<CustomerProfile>> say(
            Mutiny.Session session, String tenant, UUID customer, Saying saying, String by) {
        return held(
                session,
                tenant,
                customer,
                held -> customers
                        .say(session, tenant, held, saying)
                        .chain(() -> audit.note(
                                session, tenant, customer, null, Deed.RANKED, new Cause(by, null, evidence(saying)))));
    }

    /** Says whether a customer wants to hear from the organisation on a channel; empty when there is no such customer. */
    public Uni<Optional<CustomerProfile>> consent(
            Mutiny.Session session, String tenant, UUID customer, Consent consent) {
        var evidence = Map.<String, Object>of(
                "channel", consent.channel(),
                "granted", consent.granted(),
                "at", consent.at().toString());
        return held(
                session,
                tenant,
                customer,
                held -> customers
                        .consent(session, tenant, held, consent)
                        .chain(() -> audit.note(
                                session,
                                tenant,
                                customer,
                                null,
                                Deed.CONSENT,
                                new Cause(consent.by(), null, evidence))));
    }

    private Uni<Optional<CustomerProfile>> held(
            Mutiny.Session session, String tenant, UUID customer, Function<List<String>, Uni<Void>> work) {
        return customers
                .holdAll(session, tenant, customer)
                .flatMap(held -> held.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : work.apply(held).chain(() -> customers.find(session, tenant, customer)));
    }

    private static Map<String, Object> evidence(Saying saying) {
        var said = new HashMap<String, Object>();
        said.put("standing", saying.standing().name());
        Optional.ofNullable(saying.value()).ifPresent(value -> said.put("value", value));
        Optional.ofNullable(saying.tier()).ifPresent(tier -> said.put("tier", tier));
        Optional.ofNullable(saying.language()).ifPresent(language -> said.put("language", language));
        Optional.ofNullable(saying.doNotContact()).ifPresent(flag -> said.put("doNotContact", flag));
        Optional.ofNullable(saying.vulnerable()).ifPresent(flag -> said.put("vulnerable", flag));
        return said;
    }
}
