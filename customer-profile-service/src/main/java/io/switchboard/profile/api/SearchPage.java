package io.switchboard.profile.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.switchboard.profile.history.Direction;
import io.switchboard.profile.history.Note;
import io.switchboard.profile.history.Said;
import io.switchboard.profile.paging.Place;
import io.switchboard.profile.search.Found;
import io.switchboard.profile.search.Snippet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param customers who is called like that, the likeliest first; at most ten, on the first page only
 * @param hits what was said or noted, newest first
 * @param next what to send as {@code before} for the next page; null when this was the last one
 */
public record SearchPage(
        List<CustomerHit> customers,
        List<Hit> hits,
        @Nullable String next) {
    public SearchPage {
        customers = List.copyOf(customers);
        hits = List.copyOf(hits);
    }

    /** What sort of text was found. */
    public enum Kind {
        @JsonProperty("message")
        MESSAGE,
        @JsonProperty("note")
        NOTE
    }

    /**
     * Somebody whose name or address is like what was looked for.
     *
     * @param customerId the customer
     * @param name best known name, or null
     * @param matched the name or address that is like it
     * @param likeness from 0 to 1
     */
    public record CustomerHit(UUID customerId, @Nullable String name, String matched, double likeness) {}

    /**
     * A text with what was looked for.
     *
     * @param kind message or note
     * @param id the message or the note
     * @param at when
     * @param customerId whose story it belongs to; null for what is nobody's, as chaff
     * @param conversationId the conversation of a message, or null
     * @param channel the channel of a message, or null
     * @param direction of a message, or null
     * @param by who wrote it: the customer's name, the agent; or null
     * @param subject the subject line, or null
     * @param snippet plain text around what was found
     * @param highlights where it stands in the snippet, in UTF-16 units
     * @param attachments the names of the files that came with a message
     */
    public record Hit(
            Kind kind,
            UUID id,
            Instant at,
            @Nullable UUID customerId,
            @Nullable UUID conversationId,
            @Nullable String channel,
            StoryMessage.@Nullable Way direction,
            @Nullable String by,
            @Nullable String subject,
            String snippet,
            List<Snippet.Mark> highlights,
            List<String> attachments) {
        public Hit {
            highlights = List.copyOf(highlights);
            attachments = List.copyOf(attachments);
        }
    }

    static SearchPage of(Found found, String words, int limit) {
        List<Found.Text> texts = found.texts();
        String next = texts.size() < limit
                ? null
                : new Place(texts.getLast().at(), texts.getLast().id()).cursor();
        return new SearchPage(
                found.people().stream()
                        .map(one -> new CustomerHit(one.customerId(), one.name(), one.matched(), one.likeness()))
                        .toList(),
                texts.stream().map(text -> hit(text, words)).toList(),
                next);
    }

    private static Hit hit(Found.Text text, String words) {
        Said said = text.said();
        if (said != null) {
            return said(said, text.customerId(), words);
        }
        Note note = text.note();
        String noted = note == null || note.text() == null ? "" : note.text();
        Snippet snippet = Snippet.of(noted, words);
        return new Hit(
                Kind.NOTE,
                text.id(),
                text.at(),
                text.customerId(),
                null,
                null,
                null,
                note == null ? null : note.author(),
                null,
                snippet.text(),
                snippet.marks(),
                List.of());
    }

    private static Hit said(Said said, @Nullable UUID customerId, String words) {
        boolean in = said.direction() == Direction.IN;
        Snippet snippet = Snippet.of(said.text(), words);
        return new Hit(
                Kind.MESSAGE,
                said.messageId(),
                said.at(),
                customerId,
                said.conversationId(),
                said.channel(),
                in ? StoryMessage.Way.IN : StoryMessage.Way.OUT,
                in ? said.handleName() : said.agent(),
                said.subject(),
                snippet.text(),
                snippet.marks(),
                said.attachments().stream()
                        .flatMap(file -> Stream.ofNullable(file.name()))
                        .toList());
    }
}
