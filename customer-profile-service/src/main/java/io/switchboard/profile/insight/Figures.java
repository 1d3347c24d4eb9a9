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
 * @param settled of these, those answered or completed
 * @param firstResponseMedian seconds from arrival to the first answer that a provider took, of the answered
 * @param firstResponseP90 the same, within which nine of ten were
 * @param resolutionMedian seconds from arrival to completion, of the completed
 * @param resolutionP90 the same, within which nine of ten were
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
        long settled,
        @Nullable Double firstResponseMedian,
        @Nullable Double firstResponseP90,
        @Nullable Double resolutionMedian,
        @Nullable Double resolutionP90,
        long firstContacts,
        long resolvedAtFirst) {

    /** The figures of nothing. */
    public static final Figures NONE = new Figures(0, 0, 0, null, 0, 0, 0, null, null, null, null, 0, 0);

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
                other.settled,
                other.firstResponseMedian,
                other.firstResponseP90,
                other.resolutionMedian,
                other.resolutionP90,
                other.firstContacts,
                other.resolvedAtFirst);
    }
}
