package io.switchboard.gateway.channel.messenger;

import static io.switchboard.gateway.channel.messenger.GraphFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.gateway.channel.messenger.GraphNotification.File;
import io.switchboard.gateway.channel.messenger.GraphNotification.Messaging;
import io.switchboard.gateway.channel.messenger.GraphNotification.Party;
import io.switchboard.gateway.channel.messenger.GraphNotification.Payload;
import io.switchboard.gateway.channel.messenger.GraphNotification.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a message of a page's conversations into the form of its webhook, so that both are translated by the same rules. */
final class ToldMessages {
    /** What must be asked for. */
    static final String FIELDS = "id,created_time,from,message,sticker,"
            + "attachments{mime_type,name,file_url,image_data{url},video_data{url}},shares{name,link}";

    private ToldMessages() {}

    /** Finds what a message says; its time is read already. */
    static Finding find(String page, JsonNode message) {
        Instant created = GraphFields.time(message, "created_time");
        String sender = text(message.path("from"), "id");
        return PrivateMessages.find(
                page,
                new Messaging(
                        sender == null ? null : new Party(sender),
                        new Party(page),
                        created == null ? 0 : created.toEpochMilli(),
                        new Text(text(message, "id"), false, false, text(message, "message"), files(message)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static List<File> files(JsonNode message) {
        List<File> files = new ArrayList<>();
        message.path("attachments").path("data").forEach(each -> files.add(file(each)));
        Optional.ofNullable(text(message, "sticker")).ifPresent(url -> files.add(file("image", url, null)));
        message.path("shares")
                .path("data")
                .forEach(share -> files.add(file("fallback", text(share, "link"), text(share, "name"))));
        return files;
    }

    private static File file(JsonNode attachment) {
        String name = text(attachment, "name");
        String image = text(attachment.path("image_data"), "url");
        if (image != null) {
            return file("image", image, name);
        }
        String video = text(attachment.path("video_data"), "url");
        if (video != null) {
            return file("video", video, name);
        }
        String type = text(attachment, "mime_type");
        return file(type != null && type.startsWith("audio/") ? "audio" : "file", text(attachment, "file_url"), name);
    }

    private static File file(String type, @Nullable String url, @Nullable String name) {
        return new File(type, url == null ? null : new Payload(url, null, null), name);
    }
}
