package io.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contracts only grow: nothing that was published goes away or changes its meaning. The last published schemas are kept in
 * {@code src/test/resources/published}; a release copies the new ones there.
 */
class CompatibilityTest {

    static Stream<String> types() {
        return Published.events().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readersOfTheLastPublishedContractCanReadThisOne(String type) {
        assertThat(breaks("", Published.lastPublishedSchema(type), Published.schema(type)))
                .isEmpty();
    }

    @Test
    void aFieldThatIsRemovedOrChangedOrNoLongerCertainIsFound() {
        JsonNode old = Published.lastPublishedSchema(EventTypes.MESSAGE_RECEIVED);
        ObjectNode changed = old.deepCopy();
        ObjectNode message = (ObjectNode) changed.at("/$defs/Message");
        ((ObjectNode) message.get("properties")).remove("text");
        ((ObjectNode) message.at("/properties/channel")).put("type", "integer");
        ((com.fasterxml.jackson.databind.node.ArrayNode) message.get("required")).remove(0);
        assertThat(breaks("", old, changed))
                .containsExactlyInAnyOrder(
                        "/$defs/Message/properties/text: removed",
                        "/$defs/Message/properties/channel/type: \"string\" became \"integer\"",
                        "/$defs/Message/required: no longer has \"messageId\"");
    }

    /** Lists what a reader of {@code old} would miss in {@code now}. New fields and new words of an enum are growth. */
    private static List<String> breaks(String at, JsonNode old, JsonNode now) {
        List<String> found = new ArrayList<>();
        old.fieldNames().forEachRemaining(name -> {
            String path = at + "/" + name;
            JsonNode before = old.get(name);
            JsonNode after = now.get(name);
            if (name.equals("description") || name.equals("title")) {
                return;
            }
            if (after == null) {
                found.add(path + ": removed");
            } else if (before.isObject()) {
                found.addAll(breaks(path, before, after));
            } else if (before.isArray()) {
                before.forEach(value -> {
                    if (!contains(after, value)) {
                        found.add(path + ": no longer has " + value);
                    }
                });
            } else if (!before.equals(after)) {
                found.add(path + ": " + before + " became " + after);
            }
        });
        return found;
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (element.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
