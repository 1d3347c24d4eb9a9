package io.switchboard.contracts.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in at a centre in one hour, counted. Topic {@code insight.figures}, key: the centre. An hour is counted again when
 * more is known of it; of the same hour the one that was counted last holds. docs/measures.md says what the figures mean.
 *
 * @param from the first moment of the hour
 * @param until the first moment behind it
 * @param countedAt when it was counted
 * @param groups by channel and queue, each pair once; none when nothing came in
 */
public record FiguresCounted(
        String tenant, String centre, Instant from, Instant until, Instant countedAt, List<Group> groups) {

    public FiguresCounted {
        groups = List.copyOf(groups);
    }

    /**
     * The figures of a channel and a queue. Shares are left to the reader, who can then add groups and hours.
     *
     * @param channel the channel's name
     * @param queue null for what was never routed
     * @param messages that came in
     * @param chaff of these, those that needed no answer
     * @param answered of these, those to which a provider took an answer
     * @param meanSentiment mean polarity of those that were understood, from -1 to 1; null when none was
     * @param negative of these, those of -0.25 or below
     * @param contacts work items that arrived
     * @param arrivedClosed of these, those that arrived while their queue was closed
     * @param settled of these, those answered or completed
     * @param firstResponse how long until the first answer; null when there is none
     * @param resolution how long until completion; null when none was completed
     * @param firstContacts settled contacts that continue no other
     * @param resolvedAtFirst of these, those that no other continues so far
     */
    public record Group(
            @Nullable String channel,
            @Nullable String queue,
            long messages,
            long chaff,
            long answered,
            @Nullable Double meanSentiment,
            long negative,
            long contacts,
            long arrivedClosed,
            long settled,
            @Nullable Times firstResponse,
            @Nullable Times resolution,
            long firstContacts,
            long resolvedAtFirst) {}

    /**
     * How long something took, in seconds. Percentiles can't be added.
     *
     * @param median by the clock
     * @param p90 by the clock, within which nine of ten were
     * @param openMedian counting only while the queue was open
     * @param openP90 likewise
     */
    public record Times(double median, double p90, double openMedian, double openP90) {}
}
