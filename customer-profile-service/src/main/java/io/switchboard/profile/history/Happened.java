package io.switchboard.profile.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing in a customer's story: something said, something done about it, or something noted. */
public sealed interface Happened {

    /** When. */
    Instant at();

    /** The message, the routing event or the note. */
    UUID id();

    /** Somebody said something. */
    record Spoken(Said said) implements Happened {
        @Override
        public Instant at() {
            return said.at();
        }

        @Override
        public UUID id() {
            return said.messageId();
        }
    }

    /**
     * Something became of their work.
     *
     * @param workItemId the work
     * @param kind what happened
     * @param agent whom it happened to or by, or null
     * @param target where it goes, or null
     * @param reason why, a word or a disposition; or null
     */
    record Worked(
            UUID id,
            Instant at,
            UUID workItemId,
            WorkKind kind,
            @Nullable String agent,
            @Nullable String target,
            @Nullable String reason)
            implements Happened {}

    /** An agent noted something. */
    record Noted(Note note) implements Happened {
        @Override
        public Instant at() {
            return note.at();
        }

        @Override
        public UUID id() {
            return note.noteId();
        }
    }
}
