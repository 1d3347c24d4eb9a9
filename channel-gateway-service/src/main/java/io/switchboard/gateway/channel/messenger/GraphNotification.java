package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook body of Meta's Graph API, as far as pages need it. What is not named here is ignored. */
record GraphNotification(@Nullable String object, @Nullable List<Entry> entry) {

    /** What happened on one page. */
    record Entry(
            @Nullable String id,
            long time,
            @Nullable List<Messaging> messaging,
            @Nullable List<JsonNode> standby,
            @Nullable List<Change> changes) {}

    /** Something in a private conversation; exactly one of the parts after {@code timestamp} is there. */
    record Messaging(
            @Nullable Party sender,
            @Nullable Party recipient,
            long timestamp,
            @Nullable Text message,
            @Nullable Postback postback,
            @Nullable JsonNode delivery,
            @Nullable JsonNode read,
            @Nullable JsonNode reaction,
            @Nullable JsonNode optin,
            @Nullable JsonNode referral,
            @JsonProperty("message_edit") @Nullable JsonNode messageEdit) {}

    /** A page or a person, by the id that the page knows them by. */
    record Party(@Nullable String id) {}

    /** A message. */
    record Text(
            @Nullable String mid,
            @JsonProperty("is_echo") boolean isEcho,
            @JsonProperty("is_deleted") boolean isDeleted,
            @Nullable String text,
            @Nullable List<File> attachments) {}

    /** A file, a place or a share. */
    record File(
            @Nullable String type,
            @Nullable Payload payload,
            @Nullable String title) {}

    /** Where a file is. */
    record Payload(
            @Nullable String url,
            @Nullable String title,
            @Nullable Coordinates coordinates) {}

    /** A place. */
    record Coordinates(double lat, @JsonProperty("long") double longitude) {}

    /** A pressed button. */
    record Postback(
            @Nullable String mid,
            @Nullable String title,
            @Nullable String payload) {}

    /** Something in public. */
    record Change(@Nullable String field, @Nullable JsonNode value) {}
}
