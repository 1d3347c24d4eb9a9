package io.switchboard.profile.ledger;

import java.time.Instant;
import java.util.function.BinaryOperator;

/** How facts are merged, in plain Java: what the statements of the ledger are held against. */
final class Merging {
    /** Nothing is known yet. */
    static final Facts NONE = new Facts(null, null, null, null, null, null, null);

    private Merging() {}

    /** Returns what is known once {@code fact} is, too. Order and repetition make no difference to the state. */
    static Facts and(Facts known, Fact fact) {
        Instant receivedDeadline = known.receivedDeadline();
        Instant claimedDeadline = known.claimedDeadline();
        String chaff = known.chaffReason();
        String dead = known.deadLetterReason();
        var answeredBy = known.answeredBy();
        Routed routed = known.routed();
        ReplyUnderWay reply = known.reply();
        switch (fact) {
            case Fact.Received told ->
                receivedDeadline = both(receivedDeadline, told.deadline(), (a, b) -> a.isBefore(b) ? a : b);
            case Fact.Claimed told ->
                claimedDeadline = both(claimedDeadline, told.deadline(), (a, b) -> a.isBefore(b) ? a : b);
            case Fact.JudgedChaff told -> chaff = first(chaff, told.reason());
            case Fact.DeadLettered told -> dead = first(dead, told.reason());
            case Fact.Answered told -> answeredBy = first(answeredBy, told.replyId());
            case Fact.IsRouted told ->
                routed = both(routed, told.routed(), (a, b) -> b.sequence() > a.sequence() ? b : a);
            case Fact.IsReplied told -> reply = both(reply, told.reply(), (a, b) -> isLater(b, a) ? b : a);
        }
        return new Facts(
                receivedDeadline,
                receivedDeadline == null ? claimedDeadline : null,
                chaff,
                dead,
                answeredBy,
                routed,
                reply);
    }

    /** Returns when the message should be accepted: routing's word, else the default that counts from its receipt or its delivery. */
    static Instant deadline(Facts known) {
        if (known.routed() != null && known.routed().deadline() != null) {
            return known.routed().deadline();
        }
        return known.receivedDeadline() != null ? known.receivedDeadline() : known.claimedDeadline();
    }

    private static boolean isLater(ReplyUnderWay one, ReplyUnderWay other) {
        int byRequest = one.requestedAt().compareTo(other.requestedAt());
        return byRequest != 0 ? byRequest > 0 : settled(one).isAfter(settled(other));
    }

    private static Instant settled(ReplyUnderWay reply) {
        return reply.settledAt() == null ? Instant.MIN : reply.settledAt();
    }

    private static <T> T first(T known, T told) {
        return known == null ? told : known;
    }

    private static <T> T both(T known, T told, BinaryOperator<T> merge) {
        return known == null ? told : merge.apply(known, told);
    }
}
