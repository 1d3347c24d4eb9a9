package io.switchboard.simulation.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.routing.engine.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A policy to try, in YAML: the fields of {@link Policy}, of which those that are missing stay as recorded. The file's name
 * is its version, unless it says one.
 */
final class PolicyFile {
    private PolicyFile() {}

    /** Returns the recorded policy with what the file changes. */
    static Policy read(Path file, Policy recorded) {
        try {
            JsonNode changes = Lines.YAML.readTree(file.toFile());
            ObjectNode policy = Lines.JSON.valueToTree(recorded);
            policy.put("version", file.getFileName().toString().replaceAll("\\.ya?ml$", ""));
            policy.setAll((ObjectNode) changes);
            return Lines.JSON.treeToValue(policy, Policy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
