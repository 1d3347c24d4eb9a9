package io.switchboard.routing.setup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.contracts.routing.RoutingSetup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setup as somebody wrote it, read and judged.
 *
 * @param sound what it says, or null when it can't be used
 * @param problems why it can't be used, one sentence each, beginning with the field
 * @param warnings what is allowed but hardly meant; none when it can't be used
 */
record SetupDocument(@Nullable Sound sound, List<String> problems, List<String> warnings) {
    /** Which version it is, is said when it is stored; until then it is this one. */
    private static final String NEW = "new";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // They are found all at once elsewhere.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A setup that can be used, and its content as it is to be kept. */
    record Sound(RoutingSetup setup, SetupContent content) {}

    /** Whose setup a document must be. */
    record Owner(String tenant, String centre) {}

    /** Reads YAML that says whose it is. Never fails: what is wrong is in the problems. */
    static SetupDocument ofYaml(String text) {
        return read(YAML, "YAML", text, null);
    }

    /** Reads YAML of {@code owner}, which it may name or leave out. */
    static SetupDocument ofYaml(String text, Owner owner) {
        return read(YAML, "YAML", text, owner);
    }

    /** Reads JSON of {@code owner}, which it may name or leave out. */
    static SetupDocument ofJson(String text, Owner owner) {
        return read(JSON, "JSON", text, owner);
    }

    /** Judges content that was kept, by the rules of today. */
    static SetupDocument of(SetupContent content, Owner owner) {
        return judge(content.tree(), owner);
    }

    static SetupDocument unusable(List<String> problems) {
        return new SetupDocument(null, List.copyOf(problems), List.of());
    }

    private static SetupDocument read(ObjectMapper mapper, String language, String text, @Nullable Owner owner) {
        try {
            JsonNode read = mapper.readTree(text);
            return read instanceof ObjectNode root
                    ? judge(root, owner)
                    : unusable(List.of("the setup: is not a list of fields"));
        } catch (JacksonException unreadable) {
            return unusable(List.of("line " + unreadable.getLocation().getLineNr() + ": not " + language));
        }
    }

    private static SetupDocument judge(ObjectNode root, @Nullable Owner owner) {
        List<String> problems = new ArrayList<>();
        if (owner != null) {
            belongs(root, "tenant", owner.tenant(), problems);
            belongs(root, "centre", owner.centre(), problems);
        }
        var content = SetupContent.of(root);
        root.put("version", NEW).remove(List.of("changedBy", "changedAt"));
        ShapeProblems.missing(root, problems);
        ShapeProblems.unknown(root, RoutingSetup.class, "", problems);
        var shape = new ShapeProblems();
        try {
            RoutingSetup setup =
                    YAML.readerFor(RoutingSetup.class).withHandler(shape).readValue(root);
            problems.addAll(shape.found());
            if (problems.isEmpty()) {
                problems.addAll(SetupProblems.of(setup));
            }
            return problems.isEmpty()
                    ? new SetupDocument(new Sound(setup, content), List.of(), SetupWarnings.of(setup))
                    : unusable(problems);
        } catch (JsonMappingException wrong) {
            problems.addAll(shape.found());
            if (problems.isEmpty()) {
                problems.add(ShapeProblems.sentence(wrong));
            }
            return unusable(problems);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static void belongs(ObjectNode root, String field, String owner, List<String> problems) {
        String named = root.path(field).asText(owner);
        if (!named.equals(owner)) {
            problems.add(field + ": must be " + owner + ", is " + named);
        }
        root.put(field, owner);
    }
}
