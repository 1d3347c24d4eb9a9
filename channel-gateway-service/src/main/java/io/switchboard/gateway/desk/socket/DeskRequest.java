package io.switchboard.gateway.desk.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.kit.event.EventJson;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a desk asks for over its socket. {@code requestId} is the client's own and comes back with the answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeskRequest.SetPresence.class, name = "presence"),
    @JsonSubTypes.Type(value = DeskRequest.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = DeskRequest.Decline.class, name = "decline"),
    @JsonSubTypes.Type(value = DeskRequest.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = DeskRequest.Complete.class, name = "complete"),
    @JsonSubTypes.Type(value = DeskRequest.Release.class, name = "release")
})
sealed interface DeskRequest {
    int LONGEST_REPLY = 10_000;
    int LONGEST_WORD = 200;

    JsonMapper STRICT = EventJson.MAPPER
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Nullable
    String requestId();

    /** Returns whether every field is there and in its bounds. */
    boolean isSound();

    /** Returns the request's {@code type}. */
    default String name() {
        return switch (this) {
            case SetPresence _ -> "presence";
            case Accept _ -> "accept";
            case Decline _ -> "decline";
            case Reply _ -> "reply";
            case Complete _ -> "complete";
            case Release _ -> "release";
        };
    }

    record SetPresence(
            @Nullable Presence presence,
            @Nullable String reason,
            @Nullable String requestId) implements DeskRequest {
        @Override
        public boolean isSound() {
            return presence != null && presence != Presence.NOT_RESPONDING && isShort(reason) && isShort(requestId);
        }
    }

    record Accept(@Nullable UUID offerId, @Nullable String requestId) implements DeskRequest {
        @Override
        public boolean isSound() {
            return offerId != null && isShort(requestId);
        }
    }

    record Decline(
            @Nullable UUID offerId,
            @Nullable String reason,
            @Nullable String requestId) implements DeskRequest {
        @Override
        public boolean isSound() {
            return offerId != null && isShort(reason) && isShort(requestId);
        }
    }

    record Reply(
            @Nullable UUID replyId,
            @Nullable UUID workItemId,
            @Nullable String text,
            @Nullable UUID lastSeen,
            @Nullable String requestId)
            implements DeskRequest {
        @Override
        public boolean isSound() {
            return replyId != null
                    && workItemId != null
                    && text != null
                    && !text.isBlank()
                    && text.length() <= LONGEST_REPLY
                    && isShort(requestId);
        }
    }

    record Complete(
            @Nullable UUID workItemId,
            @Nullable String disposition,
            @Nullable UUID lastSeen,
            @Nullable String requestId)
            implements DeskRequest {
        @Override
        public boolean isSound() {
            return workItemId != null && isShort(disposition) && isShort(requestId);
        }
    }

    record Release(
            @Nullable UUID workItemId,
            @Nullable String reason,
            @Nullable String requestId) implements DeskRequest {
        @Override
        public boolean isSound() {
            return workItemId != null && isShort(reason) && isShort(requestId);
        }
    }

    /** Returns the request a desk sent, or nothing when it is none. */
    static Optional<DeskRequest> read(String text) {
        try {
            return Optional.ofNullable(STRICT.readValue(text, DeskRequest.class))
                    .filter(DeskRequest::isSound);
        } catch (JsonProcessingException notARequest) {
            return Optional.empty();
        }
    }

    private static boolean isShort(@Nullable String word) {
        return word == null || word.length() <= LONGEST_WORD;
    }
}
