package io.switchboard.profile.sources.lookup;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.profile.sources.ProfileFields;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.SourceRecord;
import io.switchboard.profile.sources.SourceStore;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.sources.WhatHolds;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks every system that can be asked live of a customer, all at once. */
@ApplicationScoped
public class LookUpCustomer {
    private static final String HANDLES = """
            select h.key.kind, h.key.value from Handle h, CustomerRecord own, CustomerRecord member
            where own.key.tenant = :tenant and own.key.customerId = :customer
            and member.key.tenant = own.key.tenant and member.rootId = own.rootId
            and h.key.tenant = member.key.tenant and h.customerId = member.key.customerId
            and h.key.kind in ('email', 'phone', 'account')
            order by h.key.value desc
            """;

    private final TenantTransaction transaction;
    private final SourceStore store;
    private final Sources sources;
    private final LookUp lookUp;

    LookUpCustomer(TenantTransaction transaction, SourceStore store, Sources sources, LookUp lookUp) {
        this.transaction = transaction;
        this.store = store;
        this.sources = sources;
        this.lookUp = lookUp;
    }

    /** What a customer can be asked for by. */
    private record Known(List<SourceRecord> records, Map<String, String> handles) {}

    /** Returns what each system says, in the order of their precedence; the connection is given back before they are asked. */
    public Uni<List<LiveAnswer>> ask(String tenant, UUID customerId) {
        List<Source> asked = sources.of(tenant).stream()
                .filter(source -> source.lookup().isPresent())
                .toList();
        return transaction
                .in(tenant, session -> known(session, tenant, customerId))
                .flatMap(known -> Multi.createFrom()
                        .iterable(asked)
                        .onItem()
                        .transformToUni(
                                source -> lookUp.ask(source, source.lookup().orElseThrow(), values(source, known)))
                        .merge()
                        .collect()
                        .asList())
                .map(answers -> answers.stream()
                        .sorted(Comparator.comparingInt(answer -> place(asked, answer)))
                        .toList());
    }

    private static int place(List<Source> asked, LiveAnswer answer) {
        return asked.stream().map(Source::name).toList().indexOf(answer.source());
    }

    private Uni<Known> known(Mutiny.Session session, String tenant, UUID customerId) {
        return store.ofCustomer(session, tenant, customerId)
                .flatMap(records -> session.createQuery(HANDLES, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("customer", customerId)
                        .setMaxResults(100)
                        .getResultList()
                        .map(rows -> new Known(records, handles(rows))));
    }

    private static Map<String, String> handles(List<Object[]> rows) {
        Map<String, String> handles = new HashMap<>();
        rows.forEach(row -> handles.put((String) row[0], (String) row[1]));
        return handles;
    }

    /** What holds comes before what somebody wrote from. */
    private Map<String, String> values(Source source, Known known) {
        Map<String, String> values = new HashMap<>();
        put(values, ProfileFields.EMAIL, known.handles().get("email"));
        put(values, ProfileFields.PHONE, known.handles().get("phone"));
        put(values, ProfileFields.ACCOUNT_NUMBER, known.handles().get("account"));
        Map<String, String> hold = WhatHolds.values(known.records(), sources.precedence());
        ProfileFields.HANDLES.forEach(field -> put(values, field, hold.get(field)));
        known.records().stream()
                .filter(record -> record.source().equals(source.name()) && !record.gone())
                .max(Comparator.comparing(SourceRecord::at).thenComparing(SourceRecord::recordId))
                .ifPresent(record -> values.put("id", record.recordId()));
        return values;
    }

    private static void put(Map<String, String> values, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
