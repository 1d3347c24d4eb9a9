package io.switchboard.profile.support;

import io.switchboard.contracts.message.Attachment;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.reply.ReplySettled.Outcome;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages, work and replies with names from the field. */
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private Fixtures() {}

    /** Returns a tenant no other test uses. */
    public static String aTenant() {
        return "tenant-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static Message aPrivateMessage(String tenant) {
        return aMessage(tenant, "email", "sam" + UUID.randomUUID() + "@customer.example", Visibility.PRIVATE);
    }

    public static Message aPublicPost(String tenant) {
        return aMessage(tenant, "x", "user-" + UUID.randomUUID(), Visibility.PUBLIC);
    }

    public static Message aMessage(String tenant, String channel, String handle, Visibility visibility) {
        return aMessage(tenant, channel, handle, visibility, UUID.randomUUID());
    }

    public static Message aMessage(
            String tenant, String channel, String handle, @Nullable String name, Visibility visibility) {
        return aMessage(tenant, channel, handle, name, visibility, UUID.randomUUID());
    }

    public static Message aMessage(
            String tenant, String channel, String handle, Visibility visibility, UUID conversation) {
        return aMessage(tenant, channel, handle, "Sam", visibility, conversation);
    }

    private static Message aMessage(
            String tenant,
            String channel,
            String handle,
            @Nullable String name,
            Visibility visibility,
            UUID conversation) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Message(
                id,
                tenant,
                "main",
                channel,
                "acme",
                handle,
                name,
                conversation,
                visibility,
                "A parcel",
                "Where is my parcel?",
                List.of(new Attachment("slip.png", "image/png", 12, "a/b", null)),
                "provider-" + id,
                List.of(),
                now,
                now);
    }

    /** Returns a chat's message of somebody who has signed in to Acme's website. */
    public static Message aSignedMessage(String tenant, String handle, SignedIdentity identity) {
        return signed(aMessage(tenant, "webchat", handle, Visibility.PRIVATE), identity);
    }

    /** Returns the same message with what a website states of its writer. */
    public static Message signed(Message plain, @Nullable SignedIdentity identity) {
        return new Message(
                plain.messageId(),
                plain.tenant(),
                plain.centre(),
                plain.channel(),
                plain.account(),
                plain.handle(),
                plain.handleName(),
                plain.conversationId(),
                plain.visibility(),
                plain.subject(),
                plain.text(),
                plain.attachments(),
                plain.providerMessageId(),
                plain.references(),
                plain.sentAt(),
                plain.receivedAt(),
                identity);
    }

    public static Understanding aRequest() {
        return understanding(Relevance.REQUEST);
    }

    public static Understanding understanding(Relevance relevance) {
        return new Understanding(
                "en",
                relevance,
                0.9,
                -0.2,
                0.4,
                0.7,
                Map.of(),
                0.5,
                0,
                "delivery",
                List.of(),
                "rules",
                "rules-1",
                List.of("hashtags only"));
    }

    public static MessageUnderstood understood(Message message) {
        return new MessageUnderstood(message, aRequest());
    }

    public static WorkItem work(Customer customer, Message... messages) {
        Message first = messages[0];
        List<UUID> ids = Arrays.stream(messages).map(Message::messageId).toList();
        return new WorkItem(
                UUID.nameUUIDFromBytes(
                        first.conversationId().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                first.conversationId(),
                first.channel(),
                first.account(),
                first.handle(),
                first.handleName(),
                customer,
                first.visibility(),
                ids,
                reference(messages[messages.length - 1]),
                aRequest(),
                "general",
                50,
                first.receivedAt(),
                first.receivedAt().plusSeconds(120));
    }

    public static Customer aCustomer() {
        return new Customer(UUID.randomUUID(), "Sam", Standing.STANDARD, null);
    }

    public static RoutingEvent queued(Message message, long sequence, WorkItem work) {
        return new RoutingEvent.WorkQueued(
                UUID.randomUUID(), message.tenant(), "main", sequence, at(sequence), work, null, null);
    }

    public static RoutingEvent accepted(Message message, long sequence, String agent, WorkItem work) {
        return new RoutingEvent.OfferAccepted(
                UUID.randomUUID(), message.tenant(), "main", sequence, at(sequence), UUID.randomUUID(), agent, work);
    }

    public static RoutingEvent added(Message message, long sequence, String agent, WorkItem work) {
        return new RoutingEvent.MessageAdded(
                UUID.randomUUID(), message.tenant(), "main", sequence, at(sequence), message.messageId(), agent, work);
    }

    public static RoutingEvent released(Message message, long sequence, String agent, WorkItem work) {
        return new RoutingEvent.WorkReleased(
                UUID.randomUUID(), message.tenant(), "main", sequence, at(sequence), agent, "shift over", work);
    }

    public static RoutingEvent completed(Message message, long sequence, String agent, WorkItem work) {
        return new RoutingEvent.WorkCompleted(
                UUID.randomUUID(),
                message.tenant(),
                "main",
                sequence,
                at(sequence),
                work.workItemId(),
                work.conversationId(),
                agent,
                "duplicate",
                work.messageIds(),
                null);
    }

    /** The moment of the routing event with {@code sequence}. */
    public static Instant at(long sequence) {
        return NOON.plusSeconds(sequence);
    }

    public static ReplyRequested reply(String agent, WorkItem work, Message to, Instant at) {
        return new ReplyRequested(
                UUID.randomUUID(),
                to.tenant(),
                "main",
                to.channel(),
                to.account(),
                to.handle(),
                to.conversationId(),
                work.workItemId(),
                agent,
                to.visibility(),
                "It is on its way.",
                reference(to),
                work.messageIds(),
                at);
    }

    public static ReplySettled settled(ReplyRequested reply, Outcome outcome, Instant at) {
        boolean sent = outcome == Outcome.SENT;
        return new ReplySettled(reply, outcome, sent ? "p-1" : null, sent ? null : "the window is closed", at);
    }

    private static MessageReference reference(Message message) {
        return new MessageReference(
                message.messageId(), message.providerMessageId(), message.subject(), List.of(), message.sentAt());
    }
}
