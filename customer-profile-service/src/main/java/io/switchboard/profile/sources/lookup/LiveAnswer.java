package io.switchboard.profile.sources.lookup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a system says live of a customer.
 *
 * @param source the system
 * @param state what became of the question
 * @param answer its JSON as it came; null unless it answered
 * @param at when it answered; an answer may be some minutes old
 */
public record LiveAnswer(
        String source, State state, @Nullable JsonNode answer, Instant at) {

    /** What became of a question. */
    public enum State {
        /** It answered. */
        @JsonProperty("answered")
        ANSWERED,
        /** It does not know the customer, or nothing is known by which it could be asked. */
        @JsonProperty("nothing")
        NOTHING,
        /** It was too slow. */
        @JsonProperty("timeout")
        TIMEOUT,
        /** It could not be reached, or answered something else than JSON. */
        @JsonProperty("failed")
        FAILED,
        /** It failed so often that it is not asked for half a minute. */
        @JsonProperty("resting")
        RESTING
    }

    static LiveAnswer of(String source, State state) {
        return new LiveAnswer(source, state, null, Instant.now());
    }
}
