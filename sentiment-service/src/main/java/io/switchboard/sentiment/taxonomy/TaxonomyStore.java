package io.switchboard.sentiment.taxonomy;

import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.sentiment.taxonomy.TaxonomyVersion.Line;
import io.switchboard.sentiment.understanding.Taxonomy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The taxonomies of every tenant in the database. All methods wait for it, and throw what {@link TenantJdbc} throws. */
@ApplicationScoped
class TaxonomyStore {
    private final TenantJdbc database;

    TaxonomyStore(TenantJdbc database) {
        this.database = database;
    }

    /** What came of a change. */
    sealed interface Outcome {
        /** It is in force. */
        record Kept(Line version) implements Outcome {}

        /** Somebody else was quicker; {@code inForce} is the version's number, 0 for the one that ships. */
        record Overtaken(int inForce) implements Outcome {}
    }

    /**
     * Puts a taxonomy in force.
     *
     * @param expected the version that it is meant to follow, 0 for the one that ships, null for whatever is in force
     */
    Outcome change(String tenant, Taxonomy taxonomy, String by, @Nullable String comment, @Nullable Integer expected) {
        return database.in(tenant, transaction -> {
            int inForce = lock(transaction, tenant);
            if (expected != null && expected != inForce) {
                return new Outcome.Overtaken(inForce);
            }
            var version = new Line(inForce + 1, by, Instant.now().truncatedTo(ChronoUnit.MICROS), comment);
            insert(transaction, tenant, version, taxonomy);
            Sql.update(transaction, "update in_force set taxonomy = ? where tenant = ?", version.number(), tenant);
            return new Outcome.Kept(version);
        });
    }

    private static int lock(Connection transaction, String tenant) throws SQLException {
        Sql.update(transaction, "insert into in_force (tenant) values (?) on conflict do nothing", tenant);
        return Sql.first(
                        transaction,
                        "select taxonomy from in_force where tenant = ? for update",
                        row -> row.getInt(1),
                        tenant)
                .orElseThrow();
    }

    private static void insert(Connection transaction, String tenant, Line version, Taxonomy taxonomy)
            throws SQLException {
        Sql.update(
                transaction,
                "insert into taxonomy_version (tenant, number, content, changed_by, changed_at, comment)"
                        + " values (?, ?, cast(? as jsonb), ?, ?, ?)",
                tenant,
                version.number(),
                EventJson.text(taxonomy),
                version.changedBy(),
                version.changedAt(),
                version.comment());
    }

    /** Returns the version in force; none when it is the one that ships. */
    Optional<TaxonomyVersion> inForce(String tenant) {
        return database.in(
                tenant,
                transaction -> Sql.first(
                        transaction,
                        "select * from taxonomy_version where tenant = ? order by number desc limit 1",
                        TaxonomyStore::whole,
                        tenant));
    }

    Optional<TaxonomyVersion> find(String tenant, int number) {
        return database.in(
                tenant,
                transaction -> Sql.first(
                        transaction,
                        "select * from taxonomy_version where tenant = ? and number = ?",
                        TaxonomyStore::whole,
                        tenant,
                        number));
    }

    /** Returns at most {@code limit} versions below {@code before}, the newest first. */
    List<Line> page(String tenant, int before, int limit) {
        return database.in(
                tenant,
                transaction -> Sql.list(
                        transaction,
                        "select number, changed_by, changed_at, comment from taxonomy_version"
                                + " where tenant = ? and number < ? order by number desc limit ?",
                        TaxonomyStore::line,
                        tenant,
                        before,
                        limit));
    }

    /** A tenant and the version of its taxonomy. */
    record InForce(String tenant, int number) {}

    /** Returns what is in force, of all tenants that have a taxonomy of their own. */
    List<InForce> all() {
        return database.ofNobody(transaction -> Sql.list(
                transaction,
                "select tenant, taxonomy from in_force where taxonomy > 0",
                row -> new InForce(row.getString(1), row.getInt(2))));
    }

    private static TaxonomyVersion whole(ResultSet row) throws SQLException {
        byte[] content = row.getString("content").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new TaxonomyVersion(line(row), EventJson.read(content, Taxonomy.class));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("number"),
                row.getString("changed_by"),
                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                row.getString("comment"));
    }
}
