package io.switchboard.profile.search;

import io.switchboard.profile.history.Note;
import io.switchboard.profile.history.Said;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param texts what was said or noted, newest first
 * @param people who is called like that, the likeliest first; on the first page only
 */
public record Found(List<Text> texts, List<Person> people) {

    public Found {
        texts = List.copyOf(texts);
        people = List.copyOf(people);
    }

    /**
     * Something that was said or noted; either of the two is not null.
     *
     * @param customerId whose story it belongs to, or null when that is nobody's yet
     */
    public record Text(
            @Nullable UUID customerId,
            @Nullable Said said,
            @Nullable Note note) {
        /** When. */
        public Instant at() {
            return said == null ? theNote().at() : said.at();
        }

        /** The message or the note. */
        public UUID id() {
            return said == null ? theNote().noteId() : said.messageId();
        }

        private Note theNote() {
            if (note == null) {
                throw new IllegalStateException("neither said nor noted");
            }
            return note;
        }
    }

    /**
     * Somebody whose name or address is like what was looked for.
     *
     * @param customerId the customer they are by now
     * @param name best known name, or null
     * @param matched the name or address that is like it
     * @param likeness from 0 to 1
     */
    public record Person(UUID customerId, @Nullable String name, String matched, double likeness) {}
}
