package io.switchboard.profile.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.kit.event.EventJson;

/**
 * A row that could not be taken, as a line of JSON.
 *
 * @param line the line it began on
 * @param json line, reason, and record or raw
 */
record BadLine(long line, String json) {

    static BadLine read(String row) {
        try {
            JsonNode json = EventJson.MAPPER.readTree(row);
            ((ObjectNode) json).properties().removeIf(field -> field.getValue().isNull());
            return new BadLine(json.get("line").asLong(), EventJson.MAPPER.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds what is no row", e);
        }
    }
}
