package io.switchboard.profile.ledger;

import java.time.Instant;
import java.util.UUID;

/** One thing an event tells of what became of a message. */
public sealed interface Fact {

    /** A channel took it; unless more is known it is overdue at {@code deadline}. */
    record Received(Instant deadline) implements Fact {}

    /** A provider says that it delivered it; it is overdue at {@code deadline} unless it comes in. */
    record Claimed(Instant deadline) implements Fact {}

    /** It was judged to need no answer. */
    record JudgedChaff(String reason) implements Fact {}

    /** A service could not process it. */
    record DeadLettered(String reason) implements Fact {}

    /** A provider took the reply {@code replyId} to it. */
    record Answered(UUID replyId) implements Fact {}

    /** Routing has it. */
    record IsRouted(Routed routed) implements Fact {}

    /** An answer to it is on its way, or came back. */
    record IsReplied(ReplyUnderWay reply) implements Fact {}
}
