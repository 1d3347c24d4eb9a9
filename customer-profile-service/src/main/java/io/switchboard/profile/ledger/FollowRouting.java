package io.switchboard.profile.ledger;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingEvent.OfferAccepted;
import io.switchboard.contracts.routing.RoutingEvent.WorkAssigned;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.customer.Holding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
     * Takes events of one tenant in the order in which they were decided; those that say nothing about a message cost
     * nothing.
     *
     * @param session of a transaction of the tenant
     */
    public Uni<Void> take(Mutiny.Session session, String tenant, List<RoutingEvent> events) {
        return ledger.learn(session, tenant, latest(events)).chain(() -> {
            List<Holding> holdings = holdings(events);
            return holdings.isEmpty() ? Uni.createFrom().voidItem() : customers.heldBy(session, tenant, holdings);
        });
    }

    /** What the last decision about each message tells. */
    private static List<Told> latest(List<RoutingEvent> events) {
        Map<UUID, Told> latest = new LinkedHashMap<>();
        events.forEach(event -> WhatRoutingSays.of(event)
                .ifPresent(said -> said.messageIds()
                        .forEach(id -> latest.merge(
                                id,
                                new Told(id, event.centre(), new Fact.IsRouted(said.routed())),
                                FollowRouting::later))));
        return List.copyOf(latest.values());
    }

    private static Told later(Told one, Told other) {
        return sequence(other) >= sequence(one) ? other : one;
    }

    private static long sequence(Told told) {
        return told.fact() instanceof Fact.IsRouted(Routed routed) ? routed.sequence() : -1;
    }

    private List<Holding> holdings(List<RoutingEvent> events) {
        Map<Address, Holding> last = new LinkedHashMap<>();
        events.stream()
                .flatMap(event -> holding(event).stream())
                .forEach(one -> last.merge(
                        one.address(), one, (before, later) -> later.at().isBefore(before.at()) ? before : later));
        return List.copyOf(last.values());
    }

    private Optional<Holding> holding(RoutingEvent event) {
        return switch (event) {
            case OfferAccepted accepted -> Optional.of(holding(event, accepted.workItem(), accepted.agent()));
            case WorkAssigned assigned -> Optional.of(holding(event, assigned.workItem(), assigned.agent()));
            default -> Optional.empty();
        };
    }

    private Holding holding(RoutingEvent event, WorkItem work, String agent) {
        Address address = addresses.of(event.tenant(), event.centre(), work.channel(), work.account(), work.handle());
        return new Holding(address, work.customer().customerId(), agent, event.at());
    }
}
