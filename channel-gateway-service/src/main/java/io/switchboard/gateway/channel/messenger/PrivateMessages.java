package io.switchboard.gateway.channel.messenger;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.channel.messenger.GraphNotification.File;
import io.switchboard.gateway.channel.messenger.GraphNotification.Messaging;
import io.switchboard.gateway.channel.messenger.GraphNotification.Postback;
import io.switchboard.gateway.channel.messenger.GraphNotification.Text;
import io.switchboard.gateway.receiving.Arrival;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates what happens in a page's private conversations. */
final class PrivateMessages {
    static final String CHANNEL = "messenger";

    private PrivateMessages() {}

    static Finding find(String page, @Nullable Messaging event) {
        if (event == null || event.sender() == null || event.sender().id() == null) {
            return ignored(page, "no-sender");
        }
        String sender = event.sender().id();
        if (event.message() != null) {
            return message(page, sender, event, event.message());
        }
        if (event.postback() != null) {
            return postback(page, sender, event, event.postback());
        }
        return ignored(page, kindOf(event));
    }

    private static String kindOf(Messaging event) {
        if (event.delivery() != null) {
            return "delivery-receipt";
        }
        if (event.read() != null) {
            return "read-receipt";
        }
        if (event.reaction() != null) {
            return "reaction";
        }
        if (event.messageEdit() != null) {
            return "edit";
        }
        return event.optin() != null || event.referral() != null ? "referral" : "unknown";
    }

    private static Finding message(String page, String sender, Messaging event, Text message) {
        if (message.isEcho() || sender.equals(page)) {
            return ignored(page, "echo");
        }
        if (message.isDeleted()) {
            return ignored(page, "deleted");
        }
        if (message.mid() == null) {
            return ignored(page, "no-id");
        }
        List<File> files = message.attachments() == null ? List.of() : message.attachments();
        String text = message.text() == null ? Files.described(files) : message.text();
        List<Enclosure> enclosures = Files.linked(files);
        if (text.isEmpty() && enclosures.isEmpty()) {
            return ignored(page, "empty");
        }
        return said(page, sender, event, message.mid(), text, enclosures);
    }

    /** A button's caption is what the customer chose to say. Older events have no id: the moment makes one. */
    private static Finding postback(String page, String sender, Messaging event, Postback postback) {
        String caption = postback.title() == null ? postback.payload() : postback.title();
        if (caption == null || caption.isEmpty()) {
            return ignored(page, "empty");
        }
        String id = postback.mid() == null ? "postback:" + sender + ":" + event.timestamp() : postback.mid();
        return said(page, sender, event, id, caption, List.of());
    }

    private static Finding said(
            String page, String sender, Messaging event, String id, String text, List<Enclosure> enclosures) {
        return new Finding.Said(
                page,
                new Arrival(
                        CHANNEL,
                        sender,
                        null,
                        sender,
                        Visibility.PRIVATE,
                        null,
                        text,
                        enclosures,
                        id,
                        List.of(),
                        Instant.ofEpochMilli(event.timestamp())));
    }

    private static Finding ignored(String page, String kind) {
        return new Finding.Ignored(page, CHANNEL, kind);
    }
}
