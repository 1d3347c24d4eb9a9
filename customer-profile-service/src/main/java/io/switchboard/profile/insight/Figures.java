package io.switchboard.profile.insight;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one group. What they mean is written down in docs/measures.md; here is where it is said to the machine.
 * Everything counts where and when the message or the contact came in. Shares go from 0 to 1; a share or a mean of nothing
 * is null.
 *
 * @param messages that came in
 * @param chaff of these, those that needed no answer, as a judge or an agent said
 * @param answered of these, those to which a provider took an answer
 * @param meanSentiment mean of the polarity of those that were understood, from -1 to 1
 * @param negative of these, those at -0.25 or below
 * @param contacts work items that arrived
 * @param arrivedClosed of these, those that arrived while their queue was closed
 * @param settled of these, those answered or completed
 * @param firstResponse from arrival to the first answer that a provider took, of the answered
 * @param resolution from arrival to completion, of the completed
 * @param firstContacts settled contacts that continue no other
 * @param resolvedAtFirst of these, those that no other continues so far
 */
public record Figures(
        long messages,
        long chaff,
        long answered,
        @Nullable Double meanSentiment,
        long negative,
        long contacts,
        long arrivedClosed,
        long settled,
        Times firstResponse,
        Times resolution,
        long firstContacts,
        long resolvedAtFirst) {

    /** The figures of nothing. */
    public static final Figures NONE = new Figures(0, 0, 0, null, 0, 0, 0, 0, Times.NONE, Times.NONE, 0, 0);

    /**
     * How long something took, in seconds, twice: by the clock, and counting only while the queue was open.
     *
     * @param median by the clock
     * @param p90 by the clock, within which nine of ten were
     * @param openMedian of the open time
     * @param openP90 the open time within which nine of ten were
     */
    public record Times(
            @Nullable Double median,
            @Nullable Double p90,
            @Nullable Double openMedian,
            @Nullable Double openP90) {
        static final Times NONE = new Times(null, null, null, null);
    }

    /** Returns how many needed an answer. */
    public long neededAnswer() {
        return messages - chaff;
    }

    /** Returns the share that needed none. */
    public @Nullable Double chaffShare() {
        return share(chaff, messages);
    }

    /** Returns what share of those that needed an answer has one. */
    public @Nullable Double answeredShare() {
        return share(answered, neededAnswer());
    }

    /** Returns what share of first contacts needed no second. */
    public @Nullable Double firstContactResolution() {
        return share(resolvedAtFirst, firstContacts);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    Figures withContactsOf(Figures other) {
        return new Figures(
                messages,
                chaff,
                answered,
                meanSentiment,
                negative,
                other.contacts,
                other.arrivedClosed,
                other.settled,
                other.firstResponse,
                other.resolution,
                other.firstContacts,
                other.resolvedAtFirst);
    }
}
