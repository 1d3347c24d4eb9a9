package io.switchboard.profile.ledger;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BinaryOperator;
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
 * @param chaffReason why it was judged to need no answer
 * @param deadLetterReason why a service could not process it
 * @param answeredBy the reply that a provider took
 * @param routed where routing has it
 * @param reply the latest answer that has not arrived
 */
public record Facts(
        @Nullable Instant receivedDeadline,
        @Nullable String chaffReason,
        @Nullable String deadLetterReason,
        @Nullable UUID answeredBy,
        @Nullable Routed routed,
        @Nullable ReplyUnderWay reply) {

    /** Nothing is known yet. */
    public static final Facts NONE = new Facts(null, null, null, null, null, null);

    /** Returns what is known once {@code fact} is, too. Order and repetition make no difference to the state. */
    public Facts and(Fact fact) {
        return switch (fact) {
            case Fact.Received received ->
                withReceivedDeadline(both(receivedDeadline, received.deadline(), (a, b) -> a.isBefore(b) ? a : b));
            case Fact.JudgedChaff chaff ->
                new Facts(
                        receivedDeadline,
                        first(chaffReason, chaff.reason()),
                        deadLetterReason,
                        answeredBy,
                        routed,
                        reply);
            case Fact.DeadLettered dead ->
                new Facts(
                        receivedDeadline,
                        chaffReason,
                        first(deadLetterReason, dead.reason()),
                        answeredBy,
                        routed,
                        reply);
            case Fact.Answered answered ->
                new Facts(
                        receivedDeadline,
                        chaffReason,
                        deadLetterReason,
                        first(answeredBy, answered.replyId()),
                        routed,
                        reply);
            case Fact.IsRouted now ->
                new Facts(
                        receivedDeadline,
                        chaffReason,
                        deadLetterReason,
                        answeredBy,
                        both(routed, now.routed(), Routed::merge),
                        reply);
            case Fact.IsReplied now ->
                new Facts(
                        receivedDeadline,
                        chaffReason,
                        deadLetterReason,
                        answeredBy,
                        routed,
                        both(reply, now.reply(), ReplyUnderWay::merge));
        };
    }

    private Facts withReceivedDeadline(Instant deadline) {
        return new Facts(deadline, chaffReason, deadLetterReason, answeredBy, routed, reply);
    }

    private static <T> T first(@Nullable T known, T told) {
        return known == null ? told : known;
    }

    private static <T> T both(@Nullable T known, T told, BinaryOperator<T> merge) {
        return known == null ? told : merge.apply(known, told);
    }

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
            case WAITING -> null;
        };
    }

    private static String completion(Routed routed) {
        String disposition = routed.disposition() == null ? "no disposition" : routed.disposition();
        return "agent:" + routed.agent() + " completed without answer: " + disposition;
    }

    /** Returns who holds it, completed it or answered it last; null when nobody is known. */
    public @Nullable String agent() {
        if (routed != null && routed.agent() != null) {
            return routed.agent();
        }
        return reply == null ? null : reply.agent();
    }

    /** Returns when it should be accepted: routing's word, else the default that counts from its receipt. */
    public @Nullable Instant deadline() {
        return routed != null && routed.deadline() != null ? routed.deadline() : receivedDeadline;
    }
}
