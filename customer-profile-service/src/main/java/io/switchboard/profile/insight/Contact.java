package io.switchboard.profile.insight;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a customer wanted something: a work item, seen from the customer's side.
 *
 * @param workItemId the work
 * @param conversationId the conversation
 * @param channel the channel's name
 * @param topic a word of the tenant's taxonomy, or null
 * @param polarity how its most urgent message felt, from -1 to 1; or null
 * @param arrivedAt when its first message was received
 * @param takenAt when somebody took it first, or null
 * @param answeredAt when a provider took the first answer, or null
 * @param closedAt when it was over, or null
 * @param completed whether an agent completed it
 * @param agent who completed it, else who answered it first, else who held it last; or null
 */
public record Contact(
        UUID workItemId,
        UUID conversationId,
        String channel,
        @Nullable String topic,
        @Nullable Double polarity,
        Instant arrivedAt,
        @Nullable Instant takenAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        boolean completed,
        @Nullable String agent) {

    /** Oldest first; of two at once the smaller id, as PostgreSQL compares ids. */
    static final Comparator<Contact> IN_TIME = Comparator.comparing(Contact::arrivedAt)
            .thenComparing(contact -> contact.workItemId().toString());

    private static final String NO_TOPIC = "other";

    /** How it ended. */
    public enum Outcome {
        /** A provider took an answer. */
        ANSWERED,
        /** An agent completed it without one. */
        COMPLETED,
        /** It was over without an agent having completed it. */
        CANCELLED,
        OPEN
    }

    /** Returns how it ended so far. */
    public Outcome outcome() {
        if (answeredAt != null) {
            return Outcome.ANSWERED;
        }
        if (closedAt == null) {
            return Outcome.OPEN;
        }
        return completed ? Outcome.COMPLETED : Outcome.CANCELLED;
    }

    /** Returns whether the organisation did its part. */
    public boolean isSettled() {
        return answeredAt != null || completed;
    }

    boolean hasTopic() {
        return topic != null && !topic.equals(NO_TOPIC);
    }

    boolean wasOpenAt(Instant moment) {
        return closedAt == null || closedAt.isAfter(moment);
    }
}
