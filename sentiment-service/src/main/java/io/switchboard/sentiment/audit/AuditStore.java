package io.switchboard.sentiment.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.sentiment.audit.Sample.State;
import io.switchboard.sentiment.corrections.Corrections;
import io.switchboard.sentiment.corrections.Corrections.Kept;
import io.switchboard.sentiment.corrections.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The samples of every tenant in the database. All methods wait for it, and throw what {@link TenantJdbc} throws. */
@ApplicationScoped
class AuditStore {
    private static final String METRIC = "switchboard.audit";
    private static final String OUTCOME = "outcome";

    private final TenantJdbc database;
    private final Corrections corrections;
    private final MeterRegistry metrics;

    AuditStore(TenantJdbc database, Corrections corrections, MeterRegistry metrics) {
        this.database = database;
        this.corrections = corrections;
        this.metrics = metrics;
        // An alarm on their ratio needs both from the start.
        metrics.counter(METRIC, OUTCOME, outcome(State.CONFIRMED));
        metrics.counter(METRIC, OUTCOME, outcome(State.CORRECTED));
    }

    /** Keeps a sample, once however often it comes, and never if its message was deleted. */
    void keep(Sample sample) {
        database.in(
                sample.tenant(),
                transaction -> Forgotten.isMessage(transaction, sample.tenant(), sample.messageId())
                        ? 0
                        : insert(transaction, sample));
    }

    static int insert(Connection transaction, Sample sample) throws SQLException {
        Sql.update(transaction, "insert into audit_tenant (tenant) values (?) on conflict do nothing", sample.tenant());
        return Sql.update(
                transaction,
                """
                insert into audit_sample (tenant, message_id, centre, conversation_id, channel, visibility, text, judged,
                    probability, model, reasons, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?) on conflict do nothing
                """,
                sample.tenant(),
                sample.messageId(),
                sample.centre(),
                sample.conversationId(),
                sample.channel(),
                sample.visibility().name(),
                sample.text(),
                sample.judged().name(),
                sample.probability(),
                sample.model(),
                EventJson.text(sample.reasons()),
                sample.at());
    }

    /** Returns the oldest that nobody has looked at yet. */
    List<Sample> open(String tenant, int limit) {
        return database.in(
                tenant,
                transaction -> Sql.list(
                        transaction,
                        "select * from audit_sample where tenant = ? and state = 'OPEN' order by at, message_id limit ?",
                        AuditStore::read,
                        tenant,
                        limit));
    }

    /** What came of saying what a sample is. */
    sealed interface Settled {
        /**
         * It is settled.
         *
         * @param now whether it was open until now; saying the same again changes nothing
         * @param learned what became of the correction, null where there is none
         */
        record Done(Sample sample, boolean now, @Nullable Kept learned) implements Settled {}

        /** The tenant has no such sample. */
        record Missing() implements Settled {}

        /** Somebody said something else before. */
        record Otherwise(Sample sample) implements Settled {}
    }

    /** Says what a sample is. If it should not have been dropped, that is a correction, too. */
    Settled settle(String tenant, UUID message, Relevance right, String by) {
        Settled settled = database.in(tenant, transaction -> {
            Forgotten.lock(transaction, tenant, message);
            Optional<Sample> found = find(transaction, tenant, message);
            return found.isPresent() ? settle(transaction, found.get(), right, by) : new Settled.Missing();
        });
        if (settled instanceof Settled.Done done && done.now()) {
            count(done);
        }
        return settled;
    }

    private void count(Settled.Done done) {
        metrics.counter(METRIC, OUTCOME, outcome(done.sample().state())).increment();
        if (done.learned() != null) {
            corrections.count(done.sample().correction(), done.learned());
        }
    }

    private static Settled settle(Connection transaction, Sample found, Relevance right, String by)
            throws SQLException {
        if (found.state() != State.OPEN) {
            return found.is() == right ? new Settled.Done(found, false, null) : new Settled.Otherwise(found);
        }
        Sample settled = found.settled(right, by, Instant.now().truncatedTo(ChronoUnit.MICROS));
        update(transaction, settled);
        // Where there are no words there is nothing to learn.
        boolean learns = settled.state() == State.CORRECTED && !settled.text().isBlank();
        return new Settled.Done(settled, true, learns ? Corrections.keep(transaction, settled.correction()) : null);
    }

    private static void update(Connection transaction, Sample settled) throws SQLException {
        Sql.update(
                transaction,
                "update audit_sample set state = ?, relevance = ?, settled_by = ?, settled_at = ?"
                        + " where tenant = ? and message_id = ?",
                settled.state().name(),
                Objects.requireNonNull(settled.is()).name(),
                settled.settledBy(),
                settled.settledAt(),
                settled.tenant(),
                settled.messageId());
    }

    private static Optional<Sample> find(Connection transaction, String tenant, UUID message) throws SQLException {
        return Sql.first(
                transaction,
                "select * from audit_sample where tenant = ? and message_id = ? for update",
                AuditStore::read,
                tenant,
                message);
    }

    /** Deletes what is older than a time, of all tenants. */
    void deleteBefore(Instant time) {
        List<String> tenants = database.ofNobody(transaction ->
                Sql.list(transaction, "select tenant from audit_tenant order by tenant", row -> row.getString(1)));
        for (String tenant : tenants) {
            database.in(
                    tenant,
                    transaction -> Sql.update(
                            transaction, "delete from audit_sample where tenant = ? and at < ?", tenant, time));
        }
    }

    private static String outcome(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Sample read(ResultSet row) throws SQLException {
        String is = row.getString("relevance");
        return new Sample(
                row.getObject("message_id", UUID.class),
                row.getString("tenant"),
                row.getString("centre"),
                row.getObject("conversation_id", UUID.class),
                row.getString("channel"),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("text"),
                Relevance.valueOf(row.getString("judged")),
                row.getDouble("probability"),
                row.getString("model"),
                List.of(EventJson.read(row.getString("reasons").getBytes(UTF_8), String[].class)),
                Objects.requireNonNull(Sql.instant(row, "at")),
                State.valueOf(row.getString("state")),
                is == null ? null : Relevance.valueOf(is),
                row.getString("settled_by"),
                Sql.instant(row, "settled_at"));
    }
}
