package io.switchboard.profile.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.identity.Clues.Clue;
import io.switchboard.profile.identity.Mentions.Mention;
import io.switchboard.profile.tenancy.TenantTransaction;
import io.switchboard.profile.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Looks who may be one, after the messages have gone on. It never makes anybody one. */
@ApplicationScoped
public class Suggest {
    private static final String WHAT = "suggestions";
    private static final int AT_ONCE = 200;
    /** So that the sweep never takes the database from the messages for long. */
    private static final int MOST_IN_A_ROW = 5;

    private record Two(UUID one, UUID other) {}

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Clues clues;
    private final Devices devices;
    private final SuggestionStore suggestions;

    Suggest(TenantTransaction transaction, Tenants tenants, Clues clues, Devices devices, SuggestionStore suggestions) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.clues = clues;
        this.devices = devices;
        this.suggestions = suggestions;
    }

    /** Looks at what was heard here. While the database is away it waits there. */
    @Scheduled(
            every = "${switchboard.identity.suggest-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> soon() {
        return tenants.visit(clues.tenants(), WHAT, tenant -> look(tenant, MOST_IN_A_ROW));
    }

    /** Looks at what a replica that stopped has left. */
    @Scheduled(every = "PT1M", delayed = "PT1M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> leftovers() {
        return tenants.visit(WHAT, tenant -> look(tenant, MOST_IN_A_ROW));
    }

    /** Looks at the clues of one tenant, at most {@code times} as many as go at once. */
    Uni<Void> look(String tenant, int times) {
        return transaction.in(tenant, session -> lookOnce(session, tenant)).flatMap(looked -> {
            if (looked < AT_ONCE) {
                clues.lookedAt(tenant);
            }
            return looked < AT_ONCE || times == 1 ? Uni.createFrom().voidItem() : look(tenant, times - 1);
        });
    }

    private Uni<Integer> lookOnce(Mutiny.Session session, String tenant) {
        return clues.take(session, tenant, AT_ONCE)
                .flatMap(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(0)
                        : reasons(session, tenant, taken)
                                .flatMap(found -> suggest(session, tenant, found))
                                .replaceWith(taken.size()));
    }

    private Uni<Map<Two, List<Reason>>> reasons(Mutiny.Session session, String tenant, List<Clue> taken) {
        // In one order everywhere: two that look at once must not wait for each other in a circle.
        var found = new TreeMap<Two, List<Reason>>(Comparator.comparing(Two::toString));
        List<UUID> met = taken.stream()
                .filter(clue -> clue.messageId() == null)
                .map(Clue::customerId)
                .toList();
        return suggestions
                .alike(session, tenant, met)
                .invoke(alike -> alike.forEach(one -> add(found, one.one(), one.other(), one.reason())))
                .chain(() -> devices.shared(
                        session,
                        tenant,
                        taken.stream().map(Clue::customerId).distinct().toList()))
                .invoke(shared -> shared.forEach(one -> add(found, one.one(), one.other(), one.reason())))
                .chain(() -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUniAndConcatenate(clue -> named(session, tenant, clue, found))
                        .collect()
                        .asList())
                .replaceWith(found);
    }

    private Uni<Void> named(Mutiny.Session session, String tenant, Clue clue, Map<Two, List<Reason>> found) {
        return Multi.createFrom()
                .iterable(clue.mentions())
                .onItem()
                .transformToUniAndConcatenate(mention -> suggestions
                        .named(session, tenant, mention)
                        .invoke(others -> others.forEach(
                                other -> add(found, clue.customerId(), other, named(clue, mention, others.size())))))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Reason named(Clue clue, Mention mention, int others) {
        return Scores.named(mention, others, String.valueOf(clue.messageId()));
    }

    private static void add(Map<Two, List<Reason>> found, UUID one, UUID other, Reason reason) {
        if (!one.equals(other)) {
            boolean swap = one.toString().compareTo(other.toString()) > 0;
            found.computeIfAbsent(swap ? new Two(other, one) : new Two(one, other), two -> new ArrayList<>())
                    .add(reason);
        }
    }

    private Uni<Void> suggest(Mutiny.Session session, String tenant, Map<Two, List<Reason>> found) {
        return Multi.createFrom()
                .iterable(found.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> suggest(session, tenant, entry.getKey(), Scores.together(List.of(), entry.getValue())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> suggest(Mutiny.Session session, String tenant, Two two, List<Reason> reasons) {
        if (Scores.of(reasons) < Scores.WORTH_A_LOOK) {
            return Uni.createFrom().voidItem();
        }
        return suggestions
                .saidToDiffer(session, tenant, two.one(), two.other())
                .flatMap(differ -> differ
                        ? Uni.createFrom().voidItem()
                        : suggestions.suggest(session, tenant, two.one(), two.other(), reasons));
    }
}
