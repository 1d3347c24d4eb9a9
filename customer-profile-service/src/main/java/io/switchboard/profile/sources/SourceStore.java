package io.switchboard.profile.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the records of other systems. */
@ApplicationScoped
public class SourceStore {
    /** Somebody's record, seen from a customer who is the same. */
    record Relative(UUID of, UUID root, SourceRecord record) {}

    /** Returns the known ones of a source's records, by id; nobody else changes them before the transaction ends. */
    Uni<Map<String, SourceRecord>> known(Mutiny.Session session, Source source, Collection<String> recordIds) {
        return session.createNativeQuery(SourceSql.KNOWN, String.class)
                .setParameter("tenant", source.tenant())
                .setParameter("source", source.name())
                .setParameter("ids", json(new TreeSet<>(recordIds)))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> read(row, SourceRecord.class))
                        .collect(Collectors.toMap(SourceRecord::recordId, record -> record)));
    }

    /** Returns every record of everybody who is the same as one of {@code customers}. */
    Uni<List<Relative>> relatives(Mutiny.Session session, String tenant, Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(SourceSql.RELATIVES, String.class)
                .setParameter("tenant", tenant)
                .setParameter("customers", json(customers))
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row, Relative.class)).toList());
    }

    /** Returns every record of a customer and of everybody who is the same. */
    public Uni<List<SourceRecord>> ofCustomer(Mutiny.Session session, String tenant, UUID customerId) {
        return relatives(session, tenant, List.of(customerId))
                .map(relatives -> relatives.stream().map(Relative::record).toList());
    }

    /** Makes the customers of records that are new. */
    Uni<Void> meet(Mutiny.Session session, Source source, Collection<SourceRecord> records) {
        return records.isEmpty()
                ? Uni.createFrom().voidItem()
                : write(session, SourceSql.MEET, source, records)
                        .setParameter("centre", source.centre())
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Keeps records; one that gave way to something newer meanwhile is left out. */
    Uni<Void> keep(Mutiny.Session session, Source source, Collection<SourceRecord> records) {
        return write(session, SourceSql.WRITE, source, records).executeUpdate().replaceWithVoid();
    }

    /** Calls the customers of records as the records do. */
    Uni<Void> name(Mutiny.Session session, String tenant, Collection<SourceRecord> records) {
        return records.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(SourceSql.NAME)
                        .setParameter("tenant", tenant)
                        .setParameter("rows", json(rows(records)))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static Mutiny.MutationQuery write(
            Mutiny.Session session, String sql, Source source, Collection<SourceRecord> records) {
        return session.createNativeQuery(sql)
                .setParameter("tenant", source.tenant())
                .setParameter("source", source.name())
                .setParameter("rows", json(rows(records)));
    }

    /** A row as the statements read it. */
    private record Row(
            @com.fasterxml.jackson.annotation.JsonProperty("record_id")
            String recordId,

            @com.fasterxml.jackson.annotation.JsonProperty("customer_id")
            UUID customerId,

            String at,
            boolean gone,
            Map<String, SourceRecord.Said> fields,
            @org.jspecify.annotations.Nullable String name) {}

    private static List<Row> rows(Collection<SourceRecord> records) {
        return records.stream()
                .map(record -> new Row(
                        record.recordId(),
                        record.customerId(),
                        record.at().toString(),
                        record.gone(),
                        record.fields(),
                        record.name()))
                .toList();
    }

    /** Returns JSON as text. */
    static String json(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads JSON of the database's own. */
    static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds what is no " + type.getSimpleName(), e);
        }
    }
}
