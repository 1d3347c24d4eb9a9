package io.switchboard.profile.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about a message as the statements read it; each kind of fact fills what it has. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record FactRow(
        UUID messageId,
        String centre,
        @Nullable Instant deadline,
        @Nullable String reason,
        @Nullable UUID replyId,
        @Nullable Long sequence,
        Routed.@Nullable Stage stage,
        @Nullable Instant at,
        @Nullable UUID workItemId,
        @Nullable String agent,
        @Nullable String disposition,
        @Nullable Instant requestedAt,
        @Nullable Instant settledAt) {
    private static final int LONGEST_REASON = 300;

    static FactRow of(Told told) {
        UUID id = told.messageId();
        String centre = told.centre();
        return switch (told.fact()) {
            case Fact.Received received -> due(id, centre, received.deadline());
            case Fact.Claimed claimed -> due(id, centre, claimed.deadline());
            case Fact.JudgedChaff chaff -> because(id, centre, chaff.reason());
            case Fact.DeadLettered dead -> because(id, centre, dead.reason());
            case Fact.Answered answered -> of(id, centre, answered);
            case Fact.IsRouted is -> of(id, centre, is.routed());
            case Fact.IsReplied is -> of(id, centre, is.reply());
        };
    }

    private static FactRow due(UUID id, String centre, Instant deadline) {
        return new FactRow(id, centre, deadline, null, null, null, null, null, null, null, null, null, null);
    }

    private static FactRow because(UUID id, String centre, String reason) {
        return new FactRow(id, centre, null, shortened(reason), null, null, null, null, null, null, null, null, null);
    }

    private static FactRow of(UUID id, String centre, Fact.Answered answered) {
        return new FactRow(id, centre, null, null, answered.replyId(), null, null, null, null, null, null, null, null);
    }

    private static FactRow of(UUID id, String centre, Routed routed) {
        return new FactRow(
                id,
                centre,
                routed.deadline(),
                null,
                null,
                routed.sequence(),
                routed.stage(),
                routed.at(),
                routed.workItemId(),
                routed.agent(),
                shortened(routed.disposition()),
                null,
                null);
    }

    private static FactRow of(UUID id, String centre, ReplyUnderWay reply) {
        return new FactRow(
                id,
                centre,
                null,
                shortened(reply.reason()),
                reply.replyId(),
                null,
                null,
                null,
                null,
                reply.agent(),
                null,
                reply.requestedAt(),
                reply.settledAt());
    }

    private static @Nullable String shortened(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        // PostgreSQL keeps no NUL in text.
        String storable = reason.replace('\u0000', ' ');
        return storable.length() <= LONGEST_REASON ? storable : storable.substring(0, LONGEST_REASON);
    }
}
