package io.switchboard.routing.setup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.contracts.routing.RoutingSetup;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that describes a centre, read.
 *
 * @param name of the file
 * @param setup what it says, or null when it cannot be used
 * @param problems why it cannot be used, one sentence each, beginning with the field
 */
record SetupFile(String name, @Nullable RoutingSetup setup, List<String> problems) {
    private static final int VERSION_DIGITS = 12;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a file's content. Never fails: what is wrong is in the problems. */
    static SetupFile of(String name, byte[] content) {
        try {
            JsonNode read = YAML.readTree(content);
            if (!(read instanceof ObjectNode root)) {
                return unusable(name, List.of("the file: is not a list of fields"));
            }
            List<String> missing = missing(root);
            if (!missing.isEmpty()) {
                return unusable(name, missing);
            }
            root.put("version", version(content));
            RoutingSetup setup = YAML.treeToValue(root, RoutingSetup.class);
            List<String> problems = SetupProblems.of(setup);
            return problems.isEmpty() ? new SetupFile(name, setup, problems) : unusable(name, problems);
        } catch (JsonMappingException wrong) {
            return unusable(name, List.of(path(wrong) + ": " + wrong.getOriginalMessage()));
        } catch (JacksonException unreadable) {
            return unusable(name, List.of("line " + unreadable.getLocation().getLineNr() + ": not YAML"));
        } catch (IOException impossible) {
            return unusable(name, List.of("the file: cannot be read"));
        }
    }

    static SetupFile unusable(String name, List<String> problems) {
        return new SetupFile(name, null, List.copyOf(problems));
    }

    /** A constructor would only say that something was null, not what. */
    private static List<String> missing(ObjectNode root) {
        List<String> missing = new ArrayList<>();
        require(root, "", missing, "tenant", "centre", "offerTimeoutSeconds", "expiriesUntilNotResponding");
        require(root, "", missing, "channelWeights", "queues", "agents");
        for (JsonNode queue : root.path("queues")) {
            require(queue, "queues." + queue.path("name").asText("?") + ".", missing, "name", "serviceLevelSeconds");
        }
        for (JsonNode agent : root.path("agents")) {
            require(agent, "agents." + agent.path("name").asText("?") + ".", missing, "name", "capacity", "skills");
        }
        return missing;
    }

    private static void require(JsonNode node, String prefix, List<String> missing, String... fields) {
        for (String field : fields) {
            if (!node.hasNonNull(field)) {
                missing.add(prefix + field + ": missing");
            }
        }
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            path.append(path.isEmpty() || step.getFieldName() == null ? "" : ".")
                    .append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName());
        }
        return path.isEmpty() ? "the file" : path.toString();
    }

    private static String version(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
