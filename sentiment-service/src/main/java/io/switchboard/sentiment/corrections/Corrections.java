package io.switchboard.sentiment.corrections;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.understanding.training.Corrected;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The corrections of every tenant. All methods wait for the database, and throw what {@link TenantJdbc} throws while it is
 * away.
 */
@ApplicationScoped
public class Corrections {
    /** As much of a text as a judge reads. */
    private static final int READ = 10_000;

    /** More than these, the newest, are not learned from: older ones are of a judge long gone. */
    static final int MOST = 20_000;

    private static final String SAME = "tenant = ? and (correction_id = ? or (message_id = ? and corrected_by = ?))";

    private final TenantJdbc database;
    private final MeterRegistry metrics;

    Corrections(TenantJdbc database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    /**
     * Keeps a correction. One of the same message by the same person is replaced by a later one; what was deleted since it
     * was made is not kept. Harmless when it runs again.
     *
     * @return the id under which it is kept, of the earlier one if there was one
     */
    public UUID keep(UnderstandingCorrected correction) {
        Kept kept = database.in(correction.tenant(), transaction -> keep(transaction, correction));
        count(correction, kept);
        return kept.id();
    }

    /**
     * What became of a correction.
     *
     * @param id under which it is kept
     * @param changed whether something is kept that was not before
     */
    public record Kept(UUID id, boolean changed) {}

    /** Counts a correction, when the transaction that kept it is through. */
    public void count(UnderstandingCorrected correction, Kept kept) {
        if (kept.changed()) {
            metrics.counter("switchboard.corrections", "was", lower(correction.was()), "is", lower(correction.is()))
                    .increment();
        }
    }

    /** Keeps a correction as {@link #keep(UnderstandingCorrected)} does, in a transaction of the caller's. */
    public static Kept keep(Connection transaction, UnderstandingCorrected correction) throws SQLException {
        if (isForgotten(transaction, correction)) {
            return new Kept(correction.correctionId(), false);
        }
        int changed = insert(transaction, correction);
        if (changed == 0) {
            changed = replaceEarlier(transaction, correction);
        }
        UUID id = Sql.first(
                        transaction,
                        "select correction_id from correction where " + SAME,
                        row -> row.getObject(1, UUID.class),
                        correction.tenant(),
                        correction.correctionId(),
                        correction.messageId(),
                        correction.correctedBy())
                .orElseThrow();
        return new Kept(id, changed > 0);
    }

    private static boolean isForgotten(Connection transaction, UnderstandingCorrected correction) throws SQLException {
        String tenant = correction.tenant();
        Instant said = correction.correctedAt();
        return Forgotten.since(transaction, tenant, correction.messageId(), said)
                || Forgotten.since(transaction, tenant, correction.correctionId(), said);
    }

    private static int insert(Connection transaction, UnderstandingCorrected correction) throws SQLException {
        return Sql.update(
                transaction,
                """
                insert into correction (tenant, correction_id, centre, message_id, conversation_id, channel, visibility,
                    text, judged, model, relevance, topic, corrected_by, corrected_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                correction.tenant(),
                correction.correctionId(),
                correction.centre(),
                correction.messageId(),
                correction.conversationId(),
                correction.channel(),
                correction.visibility().name(),
                read(correction.text()),
                correction.was().name(),
                correction.model(),
                correction.is().name(),
                correction.topic(),
                correction.correctedBy(),
                correction.correctedAt());
    }

    private static int replaceEarlier(Connection transaction, UnderstandingCorrected correction) throws SQLException {
        return Sql.update(
                transaction,
                "update correction set text = ?, visibility = ?, judged = ?, model = ?, relevance = ?, topic = ?,"
                        + " corrected_at = ? where " + SAME + " and corrected_at < ?",
                read(correction.text()),
                correction.visibility().name(),
                correction.was().name(),
                correction.model(),
                correction.is().name(),
                correction.topic(),
                correction.correctedAt(),
                correction.tenant(),
                correction.correctionId(),
                correction.messageId(),
                correction.correctedBy(),
                correction.correctedAt());
    }

    /** Deletes one; returns whether there was one. */
    public boolean delete(String tenant, UUID correctionId) {
        return database.in(tenant, transaction -> {
            Forgotten.add(transaction, tenant, correctionId);
            return Sql.update(
                            transaction,
                            "delete from correction where tenant = ? and correction_id = ?",
                            tenant,
                            correctionId)
                    > 0;
        });
    }

    /**
     * Deletes all of a message, and what is still on its way; returns how many were there. What was kept of it for audit goes
     * in the same transaction.
     */
    public int deleteOfMessage(String tenant, UUID messageId) {
        return database.in(tenant, transaction -> {
            Forgotten.add(transaction, tenant, messageId);
            return deleteOfMessage(transaction, "correction", tenant, messageId)
                    + deleteOfMessage(transaction, "audit_sample", tenant, messageId);
        });
    }

    private static int deleteOfMessage(Connection transaction, String table, String tenant, UUID messageId)
            throws SQLException {
        return Sql.update(
                transaction, "delete from " + table + " where tenant = ? and message_id = ?", tenant, messageId);
    }

    /** Returns at most {@code limit} made before a time, the newest first. */
    public List<UnderstandingCorrected> page(String tenant, Instant before, int limit) {
        return database.in(
                tenant,
                transaction -> Sql.list(
                        transaction,
                        "select * from correction where tenant = ? and corrected_at < ?"
                                + " order by corrected_at desc, correction_id limit ?",
                        Corrections::read,
                        tenant,
                        before,
                        limit));
    }

    /**
     * Returns a correction's id. The same person on the same message, or text, is the same correction: sending it again does
     * no harm.
     *
     * @param of the message's id, or a text of no message
     */
    public static UUID idOf(String tenant, String by, String of) {
        return UUID.nameUUIDFromBytes(
                String.join("\n", "correction", tenant, by, of).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns how many a tenant has. */
    public static int count(Connection transaction, String tenant) throws SQLException {
        return Sql.first(
                        transaction,
                        "select least(count(*), ?) from correction where tenant = ?",
                        row -> row.getInt(1),
                        MOST,
                        tenant)
                .orElseThrow();
    }

    /** Returns what a tenant's judge learns from. */
    public List<Corrected> toLearnFrom(String tenant) {
        return page(tenant, Instant.now(), MOST).stream()
                .map(one -> new Corrected(one.correctionId().toString(), group(one), one.text(), lower(one.is())))
                .toList();
    }

    /** Returns as much of a text as is kept. */
    public static String read(String text) {
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    /** A text that was posted twice must not be learned from and judged. */
    private static String group(UnderstandingCorrected one) {
        return one.conversationId() == null
                ? one.text().strip().toLowerCase(Locale.ROOT)
                : one.conversationId().toString();
    }

    private static String lower(Relevance relevance) {
        return relevance.name().toLowerCase(Locale.ROOT);
    }

    private static UnderstandingCorrected read(ResultSet row) throws SQLException {
        return new UnderstandingCorrected(
                row.getObject("correction_id", UUID.class),
                row.getString("tenant"),
                row.getString("centre"),
                uuid(row, "message_id"),
                uuid(row, "conversation_id"),
                row.getString("channel"),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("text"),
                Relevance.valueOf(row.getString("judged")),
                row.getString("model"),
                Relevance.valueOf(row.getString("relevance")),
                row.getString("topic"),
                row.getString("corrected_by"),
                Objects.requireNonNull(Sql.instant(row, "corrected_at")));
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
