package io.switchboard.profile.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.switchboard.profile.history.Happened;
import io.switchboard.profile.history.Note;
import io.switchboard.profile.insight.Journey;
import io.switchboard.profile.insight.SaidBefore;
import io.switchboard.profile.paging.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a customer's story, newest first.
 *
 * @param saidBefore that the customer's last contact was not the first about its matter; null when it was
 * @param entries what happened
 * @param next what to send as {@code before} for the next page; null when this was the last one
 */
public record TimelinePage(
        @Nullable Repeat saidBefore,
        List<Entry> entries,
        @Nullable String next) {
    public TimelinePage {
        entries = List.copyOf(entries);
    }

    /** What sort of thing happened. */
    public enum Kind {
        @JsonProperty("message")
        MESSAGE,
        @JsonProperty("work")
        WORK,
        @JsonProperty("note")
        NOTE
    }

    /**
     * One thing that happened; of the last three one is not null, as {@code kind} says.
     *
     * @param id the message, the routing event or the note
     * @param at when; ISO 8601, UTC
     * @param message what was said, by the customer or to them
     * @param work what became of their work
     * @param note what an agent noted
     */
    public record Entry(
            UUID id,
            Instant at,
            Kind kind,
            @Nullable StoryMessage message,
            @Nullable WorkStep work,
            @Nullable NoteView note) {

        static Entry of(Happened happened) {
            return switch (happened) {
                case Happened.Spoken spoken ->
                    new Entry(spoken.id(), spoken.at(), Kind.MESSAGE, StoryMessage.of(spoken.said()), null, null);
                case Happened.Worked worked ->
                    new Entry(worked.id(), worked.at(), Kind.WORK, null, WorkStep.of(worked), null);
                case Happened.Noted noted ->
                    new Entry(noted.id(), noted.at(), Kind.NOTE, null, null, NoteView.of(noted.note()));
            };
        }
    }

    /**
     * A step of a customer's work.
     *
     * @param workItemId the work
     * @param step {@code queued}, {@code offered}, {@code accepted}, {@code declined}, {@code expired}, {@code withdrawn},
     *     {@code assigned}, {@code released}, {@code transferred}, {@code deferred}, {@code overflowed}, {@code completed} or
     *     {@code cancelled}
     * @param agent whom it happened to or by, or null
     * @param target where it goes, such as {@code queue:billing}; or null
     * @param reason a disposition, or the word for why; or null
     */
    public record WorkStep(
            UUID workItemId,
            String step,
            @Nullable String agent,
            @Nullable String target,
            @Nullable String reason) {

        static WorkStep of(Happened.Worked worked) {
            return new WorkStep(
                    worked.workItemId(),
                    worked.kind().name().toLowerCase(Locale.ROOT),
                    worked.agent(),
                    worked.target(),
                    worked.reason());
        }
    }

    /**
     * A note.
     *
     * @param noteId its id
     * @param author who wrote it
     * @param text plain text; null once it is deleted
     * @param at when
     * @param deletedAt when it was deleted, or null
     * @param deletedBy who did, or null
     */
    public record NoteView(
            UUID noteId,
            String author,
            @Nullable String text,
            Instant at,
            @Nullable Instant deletedAt,
            @Nullable String deletedBy) {

        static NoteView of(Note note) {
            return new NoteView(
                    note.noteId(), note.author(), note.text(), note.at(), note.deletedAt(), note.deletedBy());
        }
    }

    /**
     * What the customer said before.
     *
     * @param topic what it is about, or null
     * @param times how often they came about it before
     * @param first when they came about it first
     * @param channels on which channels, in the order they came
     */
    public record Repeat(@Nullable String topic, int times, Instant first, List<String> channels) {
        public Repeat {
            channels = List.copyOf(channels);
        }

        static @Nullable Repeat of(List<Journey> journeys) {
            return SaidBefore.of(journeys)
                    .map(before -> new Repeat(before.topic(), before.times(), before.first(), before.channels()))
                    .orElse(null);
        }
    }

    static TimelinePage of(List<Journey> journeys, List<Happened> happened, int limit) {
        String next = happened.size() < limit
                ? null
                : new Place(happened.getLast().at(), happened.getLast().id()).cursor();
        return new TimelinePage(
                Repeat.of(journeys), happened.stream().map(Entry::of).toList(), next);
    }
}
