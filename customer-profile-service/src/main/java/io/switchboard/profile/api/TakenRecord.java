package io.switchboard.profile.api;

import io.switchboard.profile.sources.IncomingRecord;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.SourceRecord.Outcome;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record.
 *
 * @param id the record's id at its source; null when it could not be read
 * @param customerId the customer to whom it belongs; null when it could not be taken
 * @param outcome {@code applied}, {@code unchanged}, {@code older} (something newer is known) or {@code refused}
 * @param reason why it was refused, a short sentence; null otherwise
 */
public record TakenRecord(
        @Nullable String id,
        @Nullable UUID customerId,
        String outcome,
        @Nullable String reason) {

    static TakenRecord of(Source source, IncomingRecord record, Outcome outcome) {
        return new TakenRecord(
                record.recordId(),
                source.customerId(record.recordId()),
                outcome.name().toLowerCase(Locale.ROOT),
                null);
    }

    static TakenRecord refused(String reason) {
        return new TakenRecord(null, null, "refused", reason);
    }
}
