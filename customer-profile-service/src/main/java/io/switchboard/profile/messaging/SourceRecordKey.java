package io.switchboard.profile.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.event.PoisonException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which record of which source a Kafka record is about.
 *
 * @param source the source's name
 * @param recordId the record's id there; empty when only the value can tell
 */
record SourceRecordKey(String source, Optional<String> recordId) {

    /**
     * Reads a key.
     *
     * @param header the source's name from the header; null when there is none, then the key begins with it and a slash
     * @param key text, or what Kafka Connect's JSON converter makes of a key: a JSON value, an object of one field, or
     *     either in an envelope of schema and payload
     * @throws PoisonException when no source is named
     */
    static SourceRecordKey of(@Nullable String header, @Nullable String key) {
        Optional<String> text = Optional.ofNullable(key).flatMap(SourceRecordKey::plain);
        if (header != null && !header.isBlank()) {
            return new SourceRecordKey(header.strip(), text);
        }
        return text.filter(named -> named.indexOf('/') > 0)
                .map(named -> new SourceRecordKey(
                        named.substring(0, named.indexOf('/')),
                        Optional.of(named.substring(named.indexOf('/') + 1)).filter(id -> !id.isEmpty())))
                .orElseThrow(() -> new PoisonException(
                        "no source: neither a header switchboard-source nor a key such as crm/4711"));
    }

    private static Optional<String> plain(String key) {
        if (!key.startsWith("{") && !key.startsWith("\"")) {
            return Optional.of(key).filter(text -> !text.isBlank());
        }
        try {
            JsonNode json = EventJson.MAPPER.readTree(key);
            if (json.has("payload") && json.has("schema")) {
                json = json.get("payload");
            }
            if (json.isObject() && json.size() == 1) {
                json = json.elements().next();
            }
            return json.isValueNode() && !json.isNull() ? Optional.of(json.asText()) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.of(key);
        }
    }
}
