package io.switchboard.profile.api;

import io.switchboard.profile.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message.
 *
 * @param messageId the message
 * @param centre the contact centre it was written to
 * @param state {@code waiting}, {@code assigned}, {@code answered}, {@code chaff} or {@code dead-lettered}
 * @param reason the reply's id when answered; why when chaff or dead-lettered; how a reply stands while assigned; or null
 * @param agent who holds it, completed it or answered it; or null
 * @param deadline when it should be accepted; or null
 * @param workItemId the work it belongs to once routing has it; or null
 * @param changedAt when something new was learnt of it
 */
public record LedgerLine(
        UUID messageId,
        String centre,
        String state,
        @Nullable String reason,
        @Nullable String agent,
        @Nullable Instant deadline,
        @Nullable UUID workItemId,
        Instant changedAt) {

    static LedgerLine of(LedgerEntry entry) {
        var facts = entry.facts();
        return new LedgerLine(
                entry.messageId(),
                entry.centre(),
                entry.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                facts.reason(),
                facts.agent(),
                entry.deadline(),
                entry.workItemId(),
                entry.changedAt());
    }
}
