package io.switchboard.sentiment.audit;

import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.corrections.Corrections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that was dropped and is kept for people to look at.
 *
 * @param text as the judge read it
 * @param judged what it was judged to be
 * @param probability how sure the judge was
 * @param model which judge said so
 * @param reasons why
 * @param at when
 * @param is what it is, null while it is open
 * @param settledBy who says so
 */
@Schema(name = "AuditSample")
record Sample(
        UUID messageId,
        String tenant,
        String centre,
        UUID conversationId,
        String channel,
        Visibility visibility,
        String text,
        Relevance judged,
        double probability,
        String model,
        List<String> reasons,
        Instant at,
        State state,
        @Nullable Relevance is,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {

    /** What people say of it. */
    enum State {
        OPEN,
        CONFIRMED,
        CORRECTED;

        /** Returns what a sample becomes that is really this. */
        static State of(Relevance is) {
            return is == Relevance.CHAFF ? CONFIRMED : CORRECTED;
        }
    }

    /** Returns a message that nobody has looked at yet. */
    static Sample of(Message message, String text, Understanding meaning) {
        return new Sample(
                message.messageId(),
                message.tenant(),
                message.centre(),
                message.conversationId(),
                message.channel(),
                message.visibility(),
                // PostgreSQL takes any text but a character 0.
                Corrections.read(text).replace('\0', ' '),
                meaning.relevance(),
                meaning.relevanceProbability(),
                meaning.model(),
                meaning.reasons(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                State.OPEN,
                null,
                null,
                null);
    }

    /** Returns the sample as it is when somebody has said what it is. */
    Sample settled(Relevance right, String by, Instant when) {
        return new Sample(
                messageId,
                tenant,
                centre,
                conversationId,
                channel,
                visibility,
                text,
                judged,
                probability,
                model,
                reasons,
                at,
                State.of(right),
                right,
                by,
                when);
    }

    /** Returns what a judge can learn from it, once it is settled. */
    UnderstandingCorrected correction() {
        String by = Objects.requireNonNull(settledBy);
        return new UnderstandingCorrected(
                Corrections.idOf(tenant, by, messageId.toString()),
                tenant,
                centre,
                messageId,
                conversationId,
                channel,
                visibility,
                text,
                judged,
                model,
                Objects.requireNonNull(is),
                null,
                by,
                Objects.requireNonNull(settledAt));
    }
}
