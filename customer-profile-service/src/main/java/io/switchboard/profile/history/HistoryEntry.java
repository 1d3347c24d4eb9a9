package io.switchboard.profile.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.contracts.message.Attachment;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.kit.event.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A message of the history as stored. Only read through Hibernate; {@link HistoryStore} writes. */
@Entity
@Immutable
@Table(name = "message")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class HistoryEntry {
    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};

    @Embeddable
    record Key(String tenant, @Column(name = "message_id") UUID messageId) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "conversation_id")
    UUID conversationId;

    @Enumerated(EnumType.STRING)
    Direction direction;

    String channel;
    String handle;

    @Column(name = "handle_name")
    @Nullable
    String handleName;

    @Column(name = "signed_in")
    boolean signedIn;

    @Column(name = "address_kind")
    String addressKind;

    @Column(name = "address_scope")
    String addressScope;

    String address;

    @Nullable
    String agent;

    @Nullable
    String subject;

    String text;
    String attachments;

    @Nullable
    String understanding;

    Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "reply_state")
    @Nullable
    ReplyState replyState;

    @Column(name = "reply_reason")
    @Nullable
    String replyReason;

    protected HistoryEntry() {}

    Said said() {
        return new Said(
                key.messageId(),
                conversationId,
                direction,
                channel,
                handle,
                handleName,
                signedIn,
                agent,
                subject,
                text,
                attachments(),
                understanding(),
                at,
                replyState,
                replyReason);
    }

    private List<Attachment> attachments() {
        try {
            return EventJson.MAPPER.readValue(attachments, ATTACHMENTS);
        } catch (JsonProcessingException written) {
            throw new IllegalStateException("attachments of " + key.messageId() + " can't be read", written);
        }
    }

    private @Nullable Understanding understanding() {
        try {
            return understanding == null ? null : EventJson.MAPPER.readValue(understanding, Understanding.class);
        } catch (JsonProcessingException written) {
            throw new IllegalStateException("understanding of " + key.messageId() + " can't be read", written);
        }
    }
}
