package io.switchboard.contracts.message;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message. The bytes are in the gateway's object store, never in an event.
 *
 * @param name file name as the sender gave it, or null
 * @param contentType media type as the provider declared it
 * @param size bytes stored; 0 when not stored
 * @param reference key in the gateway's object store, or null when the file was not stored
 * @param problem why it was not stored (a fixed word such as {@code too-large}), or null when it was
 */
public record Attachment(
        @Nullable String name,
        String contentType,
        long size,
        @Nullable String reference,
        @Nullable String problem) {}
