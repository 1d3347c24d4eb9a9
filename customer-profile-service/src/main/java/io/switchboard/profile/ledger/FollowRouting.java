package io.switchboard.profile.ledger;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingEvent.OfferAccepted;
import io.switchboard.contracts.routing.RoutingEvent.WorkAssigned;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerStore;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Follows routing's decisions: where each message is, and which agent a customer knows. */
@ApplicationScoped
public class FollowRouting {
    private final LedgerStore ledger;
    private final CustomerStore customers;
    private final Addresses addresses;

    FollowRouting(LedgerStore ledger, CustomerStore customers, Addresses addresses) {
        this.ledger = ledger;
        this.customers = customers;
        this.addresses = addresses;
    }

    /**
     * Takes one event; those that say nothing about a message cost nothing.
     *
     * @param session of a transaction of the event's tenant
     */
    public Uni<Void> take(Mutiny.Session session, RoutingEvent event) {
        return WhatRoutingSays.of(event)
                .map(said -> learn(session, event, said).chain(() -> remember(session, event)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> learn(Mutiny.Session session, RoutingEvent event, WhatRoutingSays said) {
        return ledger.learn(
                session, event.tenant(), event.centre(), said.messageIds(), new Fact.IsRouted(said.routed()));
    }

    private Uni<Void> remember(Mutiny.Session session, RoutingEvent event) {
        return switch (event) {
            case OfferAccepted accepted -> heldBy(session, event, accepted.workItem(), accepted.agent());
            case WorkAssigned assigned -> heldBy(session, event, assigned.workItem(), assigned.agent());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> heldBy(Mutiny.Session session, RoutingEvent event, WorkItem work, String agent) {
        Address address = addresses.of(event.tenant(), event.centre(), work.channel(), work.account(), work.handle());
        return customers.heldBy(
                session, event.tenant(), address, work.customer().customerId(), agent, event.at());
    }
}
