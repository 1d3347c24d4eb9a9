package io.switchboard.gateway.channel.webchat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a browser says on the socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FromVisitor.Say.class, name = "message"),
    @JsonSubTypes.Type(value = FromVisitor.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = FromVisitor.Ping.class, name = "ping")
})
sealed interface FromVisitor {
    /**
     * A message.
     *
     * @param id the browser's own; the same again is the same message
     * @param text what the visitor says
     */
    record Say(@Nullable UUID id, @Nullable String text) implements FromVisitor {}

    /**
     * Ready for replies.
     *
     * @param after id of the last reply the browser has; null or {@code 0} when it has none
     */
    record Resume(@Nullable String after) implements FromVisitor {}

    /** Still there? */
    record Ping() implements FromVisitor {}
}
