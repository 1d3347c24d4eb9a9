package io.switchboard.gateway.attachment;

import org.jspecify.annotations.Nullable;

/** A file that came with a message, before it is kept. */
public sealed interface Enclosure {
    /** Returns the file's name as the sender gave it, or null. */
    @Nullable
    String name();

    /** Returns the media type as the provider declared it. */
    String contentType();

    /** A file that must be fetched from where the provider keeps it. */
    record Linked(@Nullable String name, String contentType, String url) implements Enclosure {}

    /** A file that came along. The bytes are the caller's own and must not change. */
    @SuppressWarnings("ArrayRecordComponent")
    record Enclosed(@Nullable String name, String contentType, byte[] bytes) implements Enclosure {}

    /** A file that nobody can have any more, and why, in one of {@link Problems}' words. */
    record Missing(@Nullable String name, String contentType, String problem) implements Enclosure {}
}
