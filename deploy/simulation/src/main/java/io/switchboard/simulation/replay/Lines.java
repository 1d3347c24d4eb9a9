package io.switchboard.simulation.replay;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Event;

/** Commands, events and policies as text: the fields of their records, and what they are as {@code is}. */
final class Lines {
    static final ObjectMapper JSON = dress(JsonMapper.builder().build());
    static final ObjectMapper YAML = dress(YAMLMapper.builder().build());

    private Lines() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}

    private static ObjectMapper dress(ObjectMapper mapper) {
        mapper.registerModule(new JavaTimeModule());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        name(mapper, Command.class);
        name(mapper, Command.Target.class);
        name(mapper, Event.class);
        return mapper;
    }

    private static void name(ObjectMapper mapper, Class<?> kind) {
        mapper.addMixIn(kind, Named.class);
        for (Class<?> one : kind.getPermittedSubclasses()) {
            if (one.isSealed()) {
                name(mapper, one);
            } else {
                mapper.registerSubtypes(new NamedType(one, one.getSimpleName()));
            }
        }
    }
}
