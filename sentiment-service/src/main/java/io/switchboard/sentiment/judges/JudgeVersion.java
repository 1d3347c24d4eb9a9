package io.switchboard.sentiment.judges;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A judge that learned, is learning or was to learn from a tenant's corrections.
 *
 * @param version from 1, one more with every training
 * @param askedBy who had it trained
 * @param progress percentage that is done
 * @param corrections how many it learned from
 * @param inForce whether the tenant's messages are judged with it
 * @param model as judgements name it, null unless it is ready
 * @param problems why it is refused or failed, a sentence each
 * @param report before and after, null until it is known
 */
@Schema(name = "JudgeVersion")
record JudgeVersion(
        int version,
        State state,
        String askedBy,
        Instant askedAt,
        int progress,
        int corrections,
        boolean inForce,
        @Nullable String model,
        List<String> problems,

        @Schema(implementation = Report.class) @Nullable JsonNode report) {

    /** What became of it. Only one that is ready can be put in force. */
    enum State {
        TRAINING,
        READY,
        REFUSED,
        FAILED
    }

    /**
     * A judge that was put in force.
     *
     * @param from the version before, 0 for the one that ships
     * @param to the version after
     */
    @Schema(name = "JudgeChange")
    record Change(
            String changedBy,
            Instant changedAt,
            int from,
            int to,
            @Nullable String reason) {}
}
