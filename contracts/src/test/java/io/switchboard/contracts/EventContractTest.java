package io.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Record, schema and golden sample of every event say the same. */
class EventContractTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static Stream<String> types() {
        return Published.events().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleIsValid(String type) {
        assertThat(schema(type).validate(Published.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRecordReadsAndWritesTheSample(String type) throws Exception {
        JsonNode sample = Published.sample(type);
        Class<?> record = Published.events().get(type);
        Object read = Published.JSON.treeToValue(sample, Published.readAs(record));
        assertThat(read).isInstanceOf(record);
        JsonNode written = Published.JSON.readTree(Published.JSON.writeValueAsBytes(read));
        assertThat(written).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaHasTheFieldsOfTheRecord(String type) {
        Class<?> record = Published.events().get(type);
        Set<String> fields = new TreeSet<>(Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        Set<String> described = new TreeSet<>();
        Published.schema(type).get("properties").fieldNames().forEachRemaining(described::add);
        if (Published.readAs(record) != record) {
            fields.add("type");
        }
        assertThat(described).isEqualTo(fields);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSampleWithoutARequiredFieldIsRefused(String type) {
        var broken = (com.fasterxml.jackson.databind.node.ObjectNode)
                Published.sample(type).deepCopy();
        broken.remove(Published.schema(type).get("required").get(0).asText());
        assertThat(schema(type).validate(broken)).isNotEmpty();
    }

    @Test
    void typesOfRoutingAreNamedAsTheyArePublished() {
        types().filter(type -> type.startsWith("io.switchboard.routing.") && !type.equals(EventTypes.ROUTING_SETUP))
                .forEach(type -> {
                    try {
                        Class<?> record = Published.events().get(type);
                        Object event = Published.JSON.treeToValue(Published.sample(type), Published.readAs(record));
                        String name = event instanceof io.switchboard.contracts.routing.RoutingEvent routingEvent
                                ? EventTypes.of(routingEvent)
                                : EventTypes.of((io.switchboard.contracts.routing.RoutingCommand) event);
                        assertThat(name).isEqualTo(type);
                    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                        throw new AssertionError(type, e);
                    }
                });
    }

    private static JsonSchema schema(String type) {
        return SCHEMAS.getSchema(Published.schema(type));
    }
}
