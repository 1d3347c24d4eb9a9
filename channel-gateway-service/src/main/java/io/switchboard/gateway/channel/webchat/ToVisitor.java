package io.switchboard.gateway.channel.webchat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the gateway says on the socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToVisitor.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ToVisitor.Taken.class, name = "ack"),
    @JsonSubTypes.Type(value = ToVisitor.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = ToVisitor.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = ToVisitor.Pong.class, name = "pong")
})
sealed interface ToVisitor {
    /** The socket is open for this visitor. */
    record Ready(@JsonProperty UUID visitorId) implements ToVisitor {}

    /** The message is safe. */
    record Taken(@JsonProperty UUID id) implements ToVisitor {}

    /**
     * The message was not taken.
     *
     * @param id the message's; null when not even that could be read
     * @param reason {@code malformed}, {@code empty}, {@code too-long}: never; {@code too-fast}, {@code try-again}:
     *     later; {@code expired}: with a new token
     */
    record Refused(
            @JsonProperty @Nullable UUID id, @JsonProperty String reason) implements ToVisitor {}

    /**
     * An agent's answer.
     *
     * @param id to resume after
     * @param reply whatever happens, an answer has one; null for what came before answers had
     * @param at when the agent sent it, ISO 8601
     */
    record Reply(
            @JsonProperty String id,
            @JsonProperty @Nullable String reply,
            @JsonProperty String text,
            @JsonProperty String at)
            implements ToVisitor {}

    /** Still there. */
    record Pong() implements ToVisitor {}
}
