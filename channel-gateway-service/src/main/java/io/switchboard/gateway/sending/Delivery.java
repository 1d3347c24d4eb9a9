package io.switchboard.gateway.sending;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to hand a reply to its provider. */
public sealed interface Delivery {
    /** The provider took it and gave it an id. */
    record Delivered(String providerMessageId) implements Delivery {}

    /**
     * The provider surely does not have it, and may take it later.
     *
     * @param reason a short sentence for the agent
     * @param after how long the provider asks to be left alone
     */
    record TryAgain(String reason, Optional<Duration> after) implements Delivery {}

    /** The provider will never take it; says why, for the agent. */
    record Refused(String reason) implements Delivery {}

    /** It may or may not have been taken; says why, for the agent. */
    record Uncertain(String reason) implements Delivery {}
}
