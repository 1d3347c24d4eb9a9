package io.switchboard.profile.api;

import io.switchboard.profile.insight.Contact;
import io.switchboard.profile.insight.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of a customer about one matter.
 *
 * @param channels the channels it went over, in the order they came
 * @param steps its contacts, oldest first
 * @param resolvedAtFirstContact whether it was answered or completed and the customer did not come back so far
 */
public record JourneyView(List<String> channels, List<Step> steps, boolean resolvedAtFirstContact) {
    public JourneyView {
        channels = List.copyOf(channels);
        steps = List.copyOf(steps);
    }

    /**
     * One contact.
     *
     * @param workItemId the work
     * @param conversationId the conversation
     * @param channel the channel's name
     * @param at when its first message was received
     * @param topic what it is about, or null
     * @param sentiment from -1 (very negative) to 1 (very positive), or null
     * @param waitedSeconds from arrival until somebody took it, or null
     * @param answeredAfterSeconds from arrival until a provider took the first answer, or null
     * @param outcome {@code answered}, {@code completed} without an answer, {@code cancelled} or {@code open}
     * @param agent who completed it, else answered it, else held it; or null
     */
    public record Step(
            UUID workItemId,
            UUID conversationId,
            String channel,
            Instant at,
            @Nullable String topic,
            @Nullable Double sentiment,
            @Nullable Long waitedSeconds,
            @Nullable Long answeredAfterSeconds,
            String outcome,
            @Nullable String agent) {

        static Step of(Contact contact) {
            return new Step(
                    contact.workItemId(),
                    contact.conversationId(),
                    contact.channel(),
                    contact.arrivedAt(),
                    contact.topic(),
                    contact.polarity(),
                    seconds(contact.arrivedAt(), contact.takenAt()),
                    seconds(contact.arrivedAt(), contact.answeredAt()),
                    contact.outcome().name().toLowerCase(Locale.ROOT),
                    contact.agent());
        }

        /** Clocks of two machines may disagree by a little; nobody is answered before they asked. */
        private static @Nullable Long seconds(Instant from, @Nullable Instant to) {
            return to == null ? null : Math.max(0, Duration.between(from, to).toSeconds());
        }
    }

    static JourneyView of(Journey journey) {
        return new JourneyView(
                journey.channels(),
                journey.steps().stream().map(Step::of).toList(),
                journey.isResolvedAtFirstContact());
    }
}
