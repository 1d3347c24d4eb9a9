package io.switchboard.profile.sources;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of another system as it is kept.
 *
 * @param source the system
 * @param recordId its id there
 * @param customerId the customer to whom it belongs for ever
 * @param at when it was so
 * @param gone whether the source has it no more; it is remembered, so that what is older does not bring it back
 * @param fields what it says, by profile field
 */
public record SourceRecord(
        String source, String recordId, UUID customerId, Instant at, boolean gone, Map<String, Said> fields) {

    public SourceRecord {
        fields = Map.copyOf(fields);
    }

    /** Returns how the record calls the customer; null when it doesn't. */
    public @Nullable String name() {
        Said name = fields.get(ProfileFields.NAME);
        return name == null ? null : name.value();
    }

    /**
     * What a source says of one field.
     *
     * @param value the value
     * @param since the time of the first record that came with this value after another one
     */
    public record Said(String value, Instant since) {}

    /** What became of what came in. */
    public enum Outcome {
        /** It says something new. */
        APPLIED,
        /** It says what is known. */
        UNCHANGED,
        /** Something newer is known. */
        OLDER
    }

    /**
     * What a record is after it came in again.
     *
     * @param now how it is kept from now on
     * @param outcome what became of what came in
     */
    public record Taken(SourceRecord now, Outcome outcome) {}

    /**
     * Takes what came in: the newest counts, whatever the order. Of the same instant the later to come counts.
     *
     * @param known how the record is kept so far; null when it is new
     */
    public static Taken take(@Nullable SourceRecord known, Source source, IncomingRecord incoming) {
        if (known != null && incoming.at().isBefore(known.at())) {
            return new Taken(known, Outcome.OLDER);
        }
        SourceRecord now = new SourceRecord(
                source.name(),
                incoming.recordId(),
                source.customerId(incoming.recordId()),
                incoming.at(),
                incoming.gone(),
                said(known, incoming));
        // That an unknown record is gone is new, too: what is older must not come in after it.
        boolean same =
                known != null && known.gone() == now.gone() && known.fields().equals(now.fields());
        return new Taken(now, same ? Outcome.UNCHANGED : Outcome.APPLIED);
    }

    private static Map<String, Said> said(@Nullable SourceRecord known, IncomingRecord incoming) {
        Map<String, Said> said = new TreeMap<>();
        incoming.fields().forEach((field, value) -> {
            Said before = known == null ? null : known.fields().get(field);
            said.put(field, before != null && before.value().equals(value) ? before : new Said(value, incoming.at()));
        });
        return said;
    }
}
