package io.switchboard.profile.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.switchboard.contracts.message.Attachment;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.profile.history.Direction;
import io.switchboard.profile.history.ReplyState;
import io.switchboard.profile.history.Said;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message of a story, from the customer or to them.
 *
 * @param messageId the message; of an agent's answer, the reply's id
 * @param conversationId the conversation it belongs to
 * @param direction {@code in} from the customer, {@code out} from an agent
 * @param text plain text, never markup
 * @param subject the subject line, or null
 * @param channel the channel's name
 * @param handle the customer's address there
 * @param handleName how the customer calls themselves there, or null
 * @param signedIn whether a website's server said who this is; false for what we said
 * @param agent who answered; null for what the customer said
 * @param at when it was received, or when the agent sent it; ISO 8601, UTC
 * @param attachments what came with it, by reference
 * @param understanding what it was understood to mean; null for answers and until it is known
 * @param reply what became of an answer; null for what the customer said
 */
public record StoryMessage(
        UUID messageId,
        UUID conversationId,
        Way direction,
        String text,
        @Nullable String subject,
        String channel,
        String handle,
        @Nullable String handleName,
        boolean signedIn,
        @Nullable String agent,
        Instant at,
        List<Attachment> attachments,
        @Nullable Understanding understanding,
        @Nullable Reply reply) {

    public StoryMessage {
        attachments = List.copyOf(attachments);
    }

    /** Who speaks. */
    public enum Way {
        @JsonProperty("in")
        IN,
        @JsonProperty("out")
        OUT
    }

    /**
     * What became of an answer.
     *
     * @param state {@code requested}, {@code sent}, {@code failed} or {@code unknown}
     * @param reason why it failed or is unknown, a short sentence; null otherwise
     */
    public record Reply(String state, @Nullable String reason) {}

    static StoryMessage of(Said said) {
        return new StoryMessage(
                said.messageId(),
                said.conversationId(),
                said.direction() == Direction.IN ? Way.IN : Way.OUT,
                said.text(),
                said.subject(),
                said.channel(),
                said.handle(),
                said.handleName(),
                said.signedIn(),
                said.agent(),
                said.at(),
                said.attachments(),
                said.understanding(),
                reply(said.replyState(), said.replyReason()));
    }

    private static @Nullable Reply reply(@Nullable ReplyState state, @Nullable String reason) {
        return state == null ? null : new Reply(state.name().toLowerCase(Locale.ROOT), reason);
    }
}
