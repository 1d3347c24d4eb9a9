package io.switchboard.profile.ledger;

/**
 * What became of the messages of one channel.
 *
 * @param channel the channel's name
 * @param accepted all of them; the sum of the next five
 * @param answered a provider took an answer
 * @param assigned an agent holds it
 * @param waiting nobody holds it yet
 * @param chaff judged to need no answer
 * @param deadLettered could not be processed
 * @param overdue of those waiting, how many wait past their deadline
 */
public record ChannelCounts(
        String channel,
        long accepted,
        long answered,
        long assigned,
        long waiting,
        long chaff,
        long deadLettered,
        long overdue) {}
