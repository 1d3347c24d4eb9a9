package io.switchboard.routing.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.kit.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a setup says, without whose it is and who wrote it, as it is kept.
 *
 * @param json fields in the order of the alphabet, so that the same content is the same text
 * @param hash SHA-256 of the JSON, 64 hexadecimal digits
 */
record SetupContent(String json, String hash) {
    /** Fields of the published setup that are not content: the first two say whose it is, the others which one. */
    private static final List<String> AROUND = List.of("tenant", "centre", "version", "changedBy", "changedAt");

    static SetupContent of(ObjectNode written) {
        ObjectNode content = written.deepCopy().without(AROUND);
        String json = sorted(content).toString();
        return new SetupContent(json, hash(json));
    }

    /** Returns the content as a tree. */
    ObjectNode tree() {
        try {
            return (ObjectNode) EventJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var fields = new TreeMap<String, JsonNode>();
            Set<java.util.Map.Entry<String, JsonNode>> properties = object.properties();
            properties.forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return new ObjectNode(JsonNodeFactory.instance, fields);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }

    private static String hash(String json) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
