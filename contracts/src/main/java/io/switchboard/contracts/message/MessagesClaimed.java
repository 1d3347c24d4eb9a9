package io.switchboard.contracts.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A provider says that it delivered some messages to an account. Topic {@code messages.claimed}, key: account. Who has not
 * received one of them by now has lost it.
 *
 * @param channel the channel's name
 * @param account the organisation's own address there
 * @param messageIds the messages, as they are or would have been received; at most 500
 * @param deliveredSince when the provider took the oldest of them
 * @param claimedAt when the provider was asked
 */
public record MessagesClaimed(
        String tenant,
        String centre,
        String channel,
        String account,
        List<UUID> messageIds,
        Instant deliveredSince,
        Instant claimedAt) {

    public MessagesClaimed {
        messageIds = List.copyOf(messageIds);
    }
}
