package io.switchboard.sentiment.judges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.sentiment.corrections.Corrections;
import io.switchboard.sentiment.judges.JudgeVersion.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The judges of every tenant in the database. All methods wait for it, and throw what {@link TenantJdbc} throws. */
@ApplicationScoped
class JudgeStore {
    /** A training says something every second or so; one that was silent for so long has died with its replica. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String COLUMNS =
            "select version, state, asked_by, asked_at, progress, corrections, problems, report,"
                    + " head_version, version = (select judge from in_force where in_force.tenant = judge.tenant) as used from judge";

    private final TenantJdbc database;

    JudgeStore(TenantJdbc database) {
        this.database = database;
    }

    /** What came of asking for a training. */
    sealed interface Asked {
        /** It is to be trained as this version. */
        record Begun(int version) implements Asked {}

        /** Another one of the tenant is being trained. */
        record Busy(int version) implements Asked {}

        /** There is not enough to learn from. */
        record TooFew(int corrections) implements Asked {}
    }

    Asked begin(String tenant, String askedBy, int fewest) {
        return database.in(tenant, transaction -> {
            lock(transaction, tenant);
            giveUpSilent(transaction, tenant);
            Optional<Integer> busy = Sql.first(
                    transaction,
                    "select version from judge where tenant = ? and state = 'TRAINING'",
                    row -> row.getInt(1),
                    tenant);
            if (busy.isPresent()) {
                return new Asked.Busy(busy.get());
            }
            int corrections = Corrections.count(transaction, tenant);
            if (corrections < fewest) {
                return new Asked.TooFew(corrections);
            }
            return new Asked.Begun(insert(transaction, tenant, askedBy, corrections));
        });
    }

    private static int insert(Connection transaction, String tenant, String askedBy, int corrections)
            throws SQLException {
        Instant now = Instant.now();
        return Sql.first(transaction, """
                        insert into judge (tenant, version, state, asked_by, asked_at, touched_at, corrections)
                        select ?, coalesce(max(version), 0) + 1, 'TRAINING', ?, ?, ?, ? from judge where tenant = ?
                        returning version
                        """, row -> row.getInt(1), tenant, askedBy, now, now, corrections, tenant)
                .orElseThrow();
    }

    private static void giveUpSilent(Connection transaction, String tenant) throws SQLException {
        Sql.update(transaction, """
                update judge set state = 'FAILED', problems = '["The service ended while it was trained"]'
                where tenant = ? and state = 'TRAINING' and touched_at < ?
                """, tenant, Instant.now().minus(SILENCE));
    }

    /** Returns the version in force, and keeps others from changing it until the transaction ends. */
    private static int lock(Connection transaction, String tenant) throws SQLException {
        Sql.update(transaction, "insert into in_force (tenant) values (?) on conflict do nothing", tenant);
        return Sql.first(
                        transaction,
                        "select judge from in_force where tenant = ? for update",
                        row -> row.getInt(1),
                        tenant)
                .orElseThrow();
    }

    void progress(String tenant, int version, int percent) {
        database.in(
                tenant,
                transaction -> Sql.update(
                        transaction,
                        "update judge set progress = ?, touched_at = ? where tenant = ? and version = ?",
                        percent,
                        Instant.now(),
                        tenant,
                        version));
    }

    /** Keeps what came of a training. Refused and failed ones have no head: there is nothing to put in force. */
    void finish(
            String tenant,
            int version,
            State state,
            List<String> problems,
            @Nullable Report report,
            byte @Nullable [] head,
            @Nullable String headVersion) {
        database.in(
                tenant,
                transaction -> Sql.update(
                        transaction,
                        """
                        update judge set state = ?, problems = cast(? as jsonb), report = cast(? as jsonb), head = ?,
                            head_version = ?, touched_at = ?
                        where tenant = ? and version = ? and state = 'TRAINING'
                        """,
                        state.name(),
                        json(problems),
                        report == null ? null : json(report),
                        head,
                        headVersion,
                        Instant.now(),
                        tenant,
                        version));
    }

    /** Returns the bytes of a judge's head, if the version is ready. */
    Optional<byte[]> head(String tenant, int version) {
        return database.in(
                tenant,
                transaction -> Sql.first(
                        transaction,
                        "select head from judge where tenant = ? and version = ? and state = 'READY'",
                        row -> row.getBytes(1),
                        tenant,
                        version));
    }

    Optional<JudgeVersion> find(String tenant, int version) {
        return database.in(
                tenant,
                transaction -> Sql.first(
                        transaction,
                        COLUMNS + " where tenant = ? and version = ?",
                        row -> read(row, tenant),
                        tenant,
                        version));
    }

    /** Returns at most {@code limit} versions below {@code before}, the newest first. */
    List<JudgeVersion> page(String tenant, int before, int limit) {
        return database.in(
                tenant,
                transaction -> Sql.list(
                        transaction,
                        COLUMNS + " where tenant = ? and version < ? order by version desc limit ?",
                        row -> read(row, tenant),
                        tenant,
                        before,
                        limit));
    }

    /** What came of putting a judge in force. */
    sealed interface Activated {
        /** It is in force, instead of {@code from}; the same when nothing changed. */
        record Done(int from, int to) implements Activated {}

        /** The tenant has no such version. */
        record Missing() implements Activated {}

        /** It must not be used. */
        record NotReady(State state, List<String> problems) implements Activated {}
    }

    /**
     * Puts a judge in force and notes who did.
     *
     * @param to the version, 0 for the one that ships
     */
    Activated activate(String tenant, int to, String by, @Nullable String reason) {
        return database.in(tenant, transaction -> {
            int from = lock(transaction, tenant);
            if (to != 0) {
                Optional<JudgeVersion> found = Sql.first(
                        transaction,
                        COLUMNS + " where tenant = ? and version = ?",
                        row -> read(row, tenant),
                        tenant,
                        to);
                if (found.isEmpty()) {
                    return new Activated.Missing();
                }
                if (found.get().state() != State.READY) {
                    return new Activated.NotReady(
                            found.get().state(), found.get().problems());
                }
            }
            if (from != to) {
                change(transaction, tenant, from, to, by, reason);
            }
            return new Activated.Done(from, to);
        });
    }

    private static void change(
            Connection transaction, String tenant, int from, int to, String by, @Nullable String reason)
            throws SQLException {
        Sql.update(transaction, "update in_force set judge = ? where tenant = ?", to, tenant);
        Sql.update(
                transaction,
                "insert into judge_change (tenant, changed_by, changed_at, from_version, to_version, reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                tenant,
                by,
                Instant.now(),
                from,
                to,
                reason);
    }

    /** Returns who put which judge in force, the newest first. */
    List<JudgeVersion.Change> changes(String tenant, int limit) {
        return database.in(
                tenant,
                transaction -> Sql.list(
                        transaction,
                        "select * from judge_change where tenant = ? order by number desc limit ?",
                        row -> new JudgeVersion.Change(
                                row.getString("changed_by"),
                                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                                row.getInt("from_version"),
                                row.getInt("to_version"),
                                row.getString("reason")),
                        tenant,
                        limit));
    }

    /** A tenant and the version of the judge that is in force for it. */
    record InForce(String tenant, int judge) {}

    /** Returns what is in force, of all tenants that ever had a judge of their own. */
    List<InForce> inForce() {
        return database.ofNobody(transaction -> Sql.list(
                transaction,
                "select tenant, judge from in_force",
                row -> new InForce(row.getString("tenant"), row.getInt("judge"))));
    }

    private static JudgeVersion read(ResultSet row, String tenant) throws SQLException {
        try {
            String report = row.getString("report");
            String head = row.getString("head_version");
            int version = row.getInt("version");
            return new JudgeVersion(
                    version,
                    State.valueOf(row.getString("state")),
                    row.getString("asked_by"),
                    Objects.requireNonNull(Sql.instant(row, "asked_at")),
                    row.getInt("progress"),
                    row.getInt("corrections"),
                    row.getBoolean("used"),
                    head == null ? null : "relevance-" + head + TenantJudges.whose(tenant, version),
                    EventJson.MAPPER.readValue(row.getString("problems"), new TypeReference<List<String>>() {}),
                    report == null ? null : EventJson.MAPPER.readTree(report));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String json(Object of) {
        return EventJson.text(of);
    }
}
