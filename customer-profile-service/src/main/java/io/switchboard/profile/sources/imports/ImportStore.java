package io.switchboard.profile.sources.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps how far each import is, and the rows that could not be taken. */
@ApplicationScoped
public class ImportStore {

    /** Notes a file that is to be read. */
    Uni<Void> create(
            Mutiny.Session session,
            String tenant,
            UUID id,
            String source,
            Format format,
            @Nullable String file,
            String askedBy,
            Instant asOf,
            long size) {
        return of(session.createNativeQuery(ImportSql.CREATE), tenant, id)
                .setParameter("source", source)
                .setParameter("format", format.name())
                .setParameter("file", file)
                .setParameter("askedBy", askedBy)
                .setParameter("asOf", asOf)
                .setParameter("size", size)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Returns an import. */
    public Uni<Optional<Import>> find(Mutiny.Session session, String tenant, UUID id) {
        return session.createNativeQuery(ImportSql.FIND, String.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(ImportStore::read));
    }

    /** Returns the newest hundred imports, the newest first. */
    public Uni<List<Import>> newest(Mutiny.Session session, String tenant) {
        return session.createNativeQuery(ImportSql.NEWEST, String.class)
                .setParameter("tenant", tenant)
                .getResultList()
                .map(rows -> rows.stream().map(ImportStore::read).toList());
    }

    /** Takes an import to read, if there is one that nobody reads. */
    Uni<Optional<Import>> claim(Mutiny.Session session, String tenant, UUID runner, Duration deadAfter) {
        return session.createNativeQuery(ImportSql.CLAIM, String.class)
                .setParameter("tenant", tenant)
                .setParameter("runner", runner)
                .setParameter("dead", (int) deadAfter.toSeconds())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(ImportStore::read));
    }

    /** Notes how far an import is; false when it is not this runner's any more. */
    Uni<Boolean> advance(Mutiny.Session session, String tenant, UUID id, UUID runner, Progress progress) {
        return of(session.createNativeQuery(ImportSql.ADVANCE), tenant, id)
                .setParameter("runner", runner)
                .setParameter("position", progress.position())
                .setParameter("line", progress.line())
                .setParameter("filePosition", progress.filePosition())
                .setParameter("read", progress.read())
                .setParameter("applied", progress.applied())
                .setParameter("unchanged", progress.unchanged())
                .setParameter("bad", progress.bad())
                .executeUpdate()
                .map(updated -> updated == 1);
    }

    /** Shows that the runner lives while it pauses; false when the import is not its own any more. */
    Uni<Boolean> beat(Mutiny.Session session, String tenant, UUID id, UUID runner) {
        return mine(session, ImportSql.BEAT, tenant, id, runner);
    }

    Uni<Boolean> done(Mutiny.Session session, String tenant, UUID id, UUID runner) {
        return mine(session, ImportSql.DONE, tenant, id, runner);
    }

    Uni<Boolean> release(Mutiny.Session session, String tenant, UUID id, UUID runner) {
        return mine(session, ImportSql.RELEASE, tenant, id, runner);
    }

    Uni<Boolean> fail(Mutiny.Session session, String tenant, UUID id, UUID runner, String reason) {
        return of(session.createNativeQuery(ImportSql.FAIL), tenant, id)
                .setParameter("runner", runner)
                .setParameter("reason", reason)
                .executeUpdate()
                .map(updated -> updated == 1);
    }

    private static Uni<Boolean> mine(Mutiny.Session session, String sql, String tenant, UUID id, UUID runner) {
        return of(session.createNativeQuery(sql), tenant, id)
                .setParameter("runner", runner)
                .executeUpdate()
                .map(updated -> updated == 1);
    }

    /** Lets an import go on that failed or has a silent runner; false when it is neither. */
    public Uni<Boolean> resume(Mutiny.Session session, String tenant, UUID id, Duration deadAfter) {
        return of(session.createNativeQuery(ImportSql.RESUME), tenant, id)
                .setParameter("dead", (int) deadAfter.toSeconds())
                .executeUpdate()
                .map(updated -> updated == 1);
    }

    /** Stops an import; false when there was nothing to stop. */
    public Uni<Boolean> cancel(Mutiny.Session session, String tenant, UUID id) {
        return of(session.createNativeQuery(ImportSql.CANCEL), tenant, id)
                .executeUpdate()
                .map(updated -> updated == 1);
    }

    /** Keeps bad rows aside. */
    Uni<Void> keepAside(Mutiny.Session session, String tenant, UUID id, List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return of(session.createNativeQuery(ImportSql.KEEP_ASIDE), tenant, id)
                .setParameter("rows", json(rows.stream().map(BadRow::of).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Returns the next 500 bad rows after a line, each a line of JSON. */
    public Uni<List<String>> badRows(Mutiny.Session session, String tenant, UUID id, long after) {
        return session.createNativeQuery(ImportSql.BAD_ROWS, String.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setParameter("after", after)
                .getResultList();
    }

    private record BadRow(
            long line,
            String reason,
            @Nullable String record,
            @Nullable String raw) {
        static BadRow of(Row row) {
            return new BadRow(
                    row.line(),
                    String.valueOf(row.problem()),
                    row.record() == null ? null : json(row.record()),
                    row.raw() == null ? null : row.raw().replace('\u0000', '\uFFFD'));
        }
    }

    private static Mutiny.MutationQuery of(Mutiny.MutationQuery query, String tenant, UUID id) {
        return query.setParameter("tenant", tenant).setParameter("id", id);
    }

    private static Import read(String json) {
        try {
            return EventJson.MAPPER.readValue(json, Import.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds what is no import", e);
        }
    }

    private static String json(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
