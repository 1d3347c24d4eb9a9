package io.switchboard.contracts.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says what a text really is, so that the judge can learn from it. Topic {@code understanding.corrections}, key:
 * tenant.
 *
 * @param correctionId stable: a redelivery has the same
 * @param messageId the message that was judged, null for any other text
 * @param conversationId of the message, null when not known: texts of one conversation are learned from or judged, not both
 * @param channel where the text came from, null when from nowhere in particular
 * @param visibility a private text is never {@link Relevance#CHAFF}
 * @param text as the judge read it; a mail's subject is its first line
 * @param was what it was judged to be
 * @param model the judge, as {@link Understanding#model()} names it
 * @param is what it is
 * @param topic what it is about, a word of the tenant's taxonomy; null when that is not corrected
 * @param correctedBy the agent, supervisor or system that says so
 * @param correctedAt when
 */
public record UnderstandingCorrected(
        UUID correctionId,
        String tenant,
        String centre,
        @Nullable UUID messageId,
        @Nullable UUID conversationId,
        @Nullable String channel,
        Visibility visibility,
        String text,
        Relevance was,
        String model,
        Relevance is,
        @Nullable String topic,
        String correctedBy,
        Instant correctedAt) {}
