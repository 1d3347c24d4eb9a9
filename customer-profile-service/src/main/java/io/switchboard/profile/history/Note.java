package io.switchboard.profile.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent noted of a customer, for colleagues.
 *
 * @param noteId chosen by the caller or by us
 * @param customerId the customer it was written at; a merge shows it with another one
 * @param author who wrote it
 * @param text plain text; null once it is deleted
 * @param at when
 * @param deletedAt when it was deleted, or null
 * @param deletedBy who did, or null
 */
public record Note(
        UUID noteId,
        UUID customerId,
        String author,
        @Nullable String text,
        Instant at,
        @Nullable Instant deletedAt,
        @Nullable String deletedBy) {}
