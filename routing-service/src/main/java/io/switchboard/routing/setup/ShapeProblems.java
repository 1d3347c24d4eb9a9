package io.switchboard.routing.setup;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a document from being read as a setup: all of it, where Jackson would stop at the first. As a handler it
 * collects values of the wrong kind; one for each document.
 */
final class ShapeProblems extends DeserializationProblemHandler {
    private final List<String> problems = new ArrayList<>();

    List<String> found() {
        return problems;
    }

    @Override
    public Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String failure) {
        boolean yesOrNo = target == boolean.class || target == Boolean.class;
        problems.add(path(context.getParser().getParsingContext()) + ": " + value + " is "
                + (yesOrNo ? "not true or false" : "no number"));
        // Something of the right kind, so that the reading goes on and finds the next one.
        if (yesOrNo) {
            return false;
        }
        return 0;
    }

    /** Adds each field of {@code node} that {@code type} has not. Jackson would stop at the first. */
    static void unknown(JsonNode node, Class<?> type, String path, Collection<String> problems) {
        Map<String, RecordComponent> known = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        node.properties().forEach(field -> {
            String place = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            @Nullable RecordComponent component = known.get(field.getKey());
            if (component == null) {
                problems.add(place + ": there is no such field");
            } else if (component.getType().isRecord()) {
                unknown(field.getValue(), component.getType(), place, problems);
            } else {
                unknownInList(field.getValue(), FieldOrder.elementRecord(component.getGenericType()), place, problems);
            }
        });
    }

    private static void unknownInList(
            JsonNode list, @Nullable Class<?> element, String place, Collection<String> problems) {
        for (int i = 0; element != null && i < list.size(); i++) {
            unknown(list.path(i), element, place + "[" + i + "]", problems);
        }
    }

    /** Adds each field that every setup has and this one has not. A constructor would only say that something was null. */
    static void missing(ObjectNode root, Collection<String> problems) {
        require(root, "", problems, "tenant", "centre", "offerTimeoutSeconds", "expiriesUntilNotResponding");
        require(root, "", problems, "channelWeights", "queues", "agents");
        for (JsonNode queue : root.path("queues")) {
            require(queue, "queues." + queue.path("name").asText("?") + ".", problems, "name", "serviceLevelSeconds");
        }
        for (JsonNode agent : root.path("agents")) {
            require(agent, "agents." + agent.path("name").asText("?") + ".", problems, "name", "capacity", "skills");
        }
    }

    private static void require(JsonNode node, String prefix, Collection<String> problems, String... fields) {
        for (String field : fields) {
            if (!node.hasNonNull(field)) {
                problems.add(prefix + field + ": missing");
            }
        }
    }

    /** Returns what Jackson says of a value that has another shape. */
    static String sentence(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            path.append(path.isEmpty() || step.getFieldName() == null ? "" : ".")
                    .append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName());
        }
        // The records copy their collections, which takes no null.
        String what = wrong.getCause() instanceof NullPointerException
                ? "has an empty entry"
                : wrong.getOriginalMessage().lines().findFirst().orElse("has another shape");
        return (path.isEmpty() ? "the setup" : path) + ": " + what;
    }

    /** Returns a place such as {@code agents[0].capacity}. */
    private static String path(JsonStreamContext place) {
        JsonStreamContext parent = place.getParent();
        String before = parent == null ? "" : path(parent);
        if (place.inArray()) {
            return before + "[" + place.getCurrentIndex() + "]";
        }
        String name = place.getCurrentName();
        return name == null ? before : before.isEmpty() ? name : before + "." + name;
    }
}
