package io.switchboard.routing.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a document in the order of the contract: a name comes first, and people find what they look for. */
final class FieldOrder {
    private FieldOrder() {}

    /** Returns the document with its fields, and those of the records in it, in the order of {@code record}. */
    static ObjectNode of(JsonNode document, Class<?> record) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode value = document.get(component.getName());
            if (value != null) {
                ordered.set(component.getName(), value(value, component.getGenericType()));
            }
        }
        return ordered;
    }

    private static JsonNode value(JsonNode value, Type type) {
        if (value.isObject() && type instanceof Class<?> record && record.isRecord()) {
            return of(value, record);
        }
        @Nullable Class<?> element = elementRecord(type);
        if (value.isArray() && element != null) {
            var list = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(each -> list.add(of(each, element)));
            return list;
        }
        return value;
    }

    /** Returns the record that a type is a list of, or null. */
    static @Nullable Class<?> elementRecord(Type type) {
        return type instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? element
                : null;
    }
}
