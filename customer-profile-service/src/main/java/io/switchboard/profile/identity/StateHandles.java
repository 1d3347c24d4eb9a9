package io.switchboard.profile.identity;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.identity.IdentityAudit.Deed;
import io.switchboard.profile.identity.IdentityAudit.Entry;
import io.switchboard.profile.identity.Stars.Joining;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notes that many addresses are customers', as {@link Links#state} does of one: those that have nothing to do with each other
 * in a handful of statements, the others one by one. What comes of it is the same.
 */
@ApplicationScoped
public class StateHandles {
    private final Identities identities;
    private final IdentityStore store;
    private final IdentityAudit audit;
    private final Links links;

    StateHandles(Identities identities, IdentityStore store, IdentityAudit audit, Links links) {
        this.identities = identities;
        this.store = store;
        this.audit = audit;
        this.links = links;
    }

    /** That {@code address} is {@code customer}'s. */
    public record Statement(Address address, UUID customer, Cause cause) {}

    /**
     * Notes statements.
     *
     * @param session of a transaction of {@code tenant}
     * @param centre where who is not known yet belongs
     * @return who is known as somebody else by that
     */
    public Uni<List<UUID>> state(Mutiny.Session session, String tenant, String centre, List<Statement> statements) {
        if (statements.size() < 2) {
            return oneByOne(session, tenant, centre, statements);
        }
        Set<Address> addresses = statements.stream().map(Statement::address).collect(Collectors.toSet());
        return identities
                .meet(session, tenant, centre, addresses)
                .chain(() -> wishes(session, tenant, statements))
                .map(Stars::of)
                .flatMap(seen -> held(session, tenant, statements, seen))
                .flatMap(plan -> store.mergeAll(
                                session,
                                tenant,
                                plan.stars().stream()
                                        .flatMap(StateHandles::merges)
                                        .toList())
                        .chain(() -> audit.note(session, tenant, entries(statements, plan)))
                        .chain(() -> oneByOne(
                                session,
                                tenant,
                                centre,
                                plan.others().stream().map(statements::get).toList()))
                        .map(merged -> both(plan, merged)));
    }

    private Uni<List<Joining>> wishes(Mutiny.Session session, String tenant, List<Statement> statements) {
        UUID[] asked = statements.stream()
                .flatMap(one -> Stream.of(one.address().customerId(tenant), one.customer()))
                .distinct()
                .toArray(UUID[]::new);
        return store.members(session, tenant, asked)
                .map(members -> IntStream.range(0, statements.size())
                        .mapToObj(number -> new Joining(
                                number,
                                Member.of(
                                        members,
                                        statements.get(number).address().customerId(tenant)),
                                Member.of(members, statements.get(number).customer())))
                        .toList());
    }

    /** Holds all who would be changed, and keeps only what is still as it was seen and may be done. */
    private Uni<Stars> held(Mutiny.Session session, String tenant, List<Statement> statements, Stars seen) {
        if (seen.stars().isEmpty()) {
            return Uni.createFrom().item(seen);
        }
        UUID[] roots = seen.stars().stream()
                .flatMap(List::stream)
                .flatMap(wish -> Stream.of(wish.from().rootId(), wish.into().rootId()))
                .distinct()
                .toArray(UUID[]::new);
        return store.lock(session, tenant, roots)
                .chain(() -> wishes(session, tenant, statements))
                .map(now -> seen.where(star -> star.stream().allMatch(wish -> wish.equals(now.get(wish.number())))))
                .flatMap(same -> store.differing(session, tenant, roots(same))
                        .map(differ -> same.where(
                                star -> !differ.contains(star.getFirst().into().rootId()))));
    }

    private static Map<UUID, List<UUID>> roots(Stars plan) {
        Map<UUID, List<UUID>> roots = new LinkedHashMap<>();
        plan.stars().forEach(star -> {
            UUID into = star.getFirst().into().rootId();
            roots.put(
                    into,
                    Stream.concat(
                                    Stream.of(into),
                                    star.stream().map(wish -> wish.from().rootId()))
                            .toList());
        });
        return roots;
    }

    /** The versions are those that merges one after the other have. */
    private static Stream<Merge> merges(List<Joining> star) {
        List<Merge> merges = new ArrayList<>();
        Member into = star.getFirst().into();
        for (Joining wish : star) {
            int version = MergeRules.next(wish.from(), into);
            merges.add(new Merge(wish.from().rootId(), into.rootId(), version));
            into = new Member(into.customerId(), into.rootId(), into.mergedInto(), version);
        }
        return merges.stream();
    }

    private static List<Entry> entries(List<Statement> statements, Stars plan) {
        return plan.stars().stream()
                .flatMap(List::stream)
                .flatMap(wish -> {
                    Statement statement = statements.get(wish.number());
                    return Stream.of(
                            new Entry(wish.from().rootId(), wish.into().rootId(), Deed.MERGED, statement.cause()),
                            new Entry(
                                    statement.customer(),
                                    wish.from().customerId(),
                                    Deed.HANDLE_STATED,
                                    statement.cause()));
                })
                .toList();
    }

    private Uni<List<UUID>> oneByOne(
            Mutiny.Session session, String tenant, String centre, Collection<Statement> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> links.state(session, tenant, centre, one.address(), one.customer(), one.cause()))
                .filter(outcome -> outcome instanceof Outcome.Done)
                .map(outcome -> ((Outcome.Done) outcome).one())
                .collect()
                .asList();
    }

    private static List<UUID> both(Stars plan, List<UUID> merged) {
        return Stream.concat(
                        plan.stars().stream()
                                .flatMap(List::stream)
                                .map(wish -> wish.from().rootId()),
                        merged.stream())
                .toList();
    }

    /** A merge as {@link IdentitySql#MERGE_ALL} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Merge(UUID fromId, UUID intoId, int version) {}
}
