package io.switchboard.profile.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of what became of a message, and the rules that follow from it.
 *
 * <p>Events of different topics overtake each other and come more than once. So an event only adds facts, facts are
 * merged without regard to their order, and the state is derived: it can't depend on who came first. What proves most
 * wins: an answer a provider took; then where routing has it (a dead letter that was sent again, or a message judged
 * anew, is back among the living); then a judgement; then a dead letter; and a message of which only the receipt is
 * known waits.
 *
 * @param receivedDeadline when a message that was merely received is overdue; null until its receipt is known
 * @param claimedDeadline when a message is overdue that a provider says it delivered and that never came in; null once it did
 * @param chaffReason why it was judged to need no answer
 * @param deadLetterReason why a service could not process it
 * @param answeredBy the reply that a provider took
 * @param routed where routing has it
 * @param reply the latest answer that has not arrived
 */
public record Facts(
        @Nullable Instant receivedDeadline,
        @Nullable Instant claimedDeadline,
        @Nullable String chaffReason,
        @Nullable String deadLetterReason,
        @Nullable UUID answeredBy,
        @Nullable Routed routed,
        @Nullable ReplyUnderWay reply) {

    /** Returns the one state that follows. */
    public LedgerState state() {
        if (answeredBy != null) {
            return LedgerState.ANSWERED;
        }
        if (routed != null) {
            return switch (routed.stage()) {
                case WAITING -> LedgerState.WAITING;
                case ASSIGNED -> LedgerState.ASSIGNED;
                // An agent who was done before the answer failed doesn't know: it is not chaff, somebody must look.
                case COMPLETED -> completedWithOpenReply() ? LedgerState.ASSIGNED : LedgerState.CHAFF;
            };
        }
        if (reply != null) {
            return LedgerState.ASSIGNED;
        }
        if (chaffReason != null) {
            return LedgerState.CHAFF;
        }
        return deadLetterReason != null ? LedgerState.DEAD_LETTERED : LedgerState.WAITING;
    }

    private boolean completedWithOpenReply() {
        return routed != null && reply != null && reply.isOpenAt(routed.at());
    }

    /** Returns why it is in its state, a short sentence without message text; null where the state says it all. */
    public @Nullable String reason() {
        return switch (state()) {
            case ANSWERED -> String.valueOf(answeredBy);
            case ASSIGNED -> reply == null ? null : reply.describe();
            case CHAFF -> routed == null ? chaffReason : completion(routed);
            case DEAD_LETTERED -> deadLetterReason;
            case WAITING -> isMissing() ? "its provider delivered it, and it never came in" : null;
        };
    }

    /** Returns whether nobody but the provider knows of it. */
    private boolean isMissing() {
        return claimedDeadline != null && routed == null;
    }

    private static String completion(Routed routed) {
        String disposition = routed.disposition() == null ? "no disposition" : routed.disposition();
        return routed.agent() == null
                ? "closed before anybody took it: " + disposition
                : "agent:" + routed.agent() + " completed without answer: " + disposition;
    }

    /** Returns who holds it, completed it or answered it last; null when nobody is known. */
    public @Nullable String agent() {
        if (routed != null && routed.agent() != null) {
            return routed.agent();
        }
        return reply == null ? null : reply.agent();
    }
}
