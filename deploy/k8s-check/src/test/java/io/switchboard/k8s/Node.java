package io.switchboard.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A place in a manifest that may be empty, so that a rule can ask for {@code spec.template.spec} without asking at each
 * step whether it is there.
 */
record Node(Optional<JsonElement> json) {

    static Node of(JsonElement json) {
        return new Node(Optional.of(json));
    }

    /** Returns the node at {@code path}, names joined by dots. */
    Node at(String path) {
        Node node = this;
        for (String name : path.split("\\.")) {
            node = node.child(name);
        }
        return node;
    }

    /** Returns the field {@code name}, whatever characters it has. */
    Node child(String name) {
        return new Node(json.filter(JsonElement::isJsonObject)
                .map(each -> each.getAsJsonObject().get(name)));
    }

    boolean exists() {
        return json.filter(each -> !each.isJsonNull()).isPresent();
    }

    /** Returns a scalar as text, "" where there is none. */
    String text() {
        return json.filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .orElse("");
    }

    /** Returns a number, 0 where there is none. */
    int number() {
        return text().matches("-?\\d+") ? Integer.parseInt(text()) : 0;
    }

    /** Returns the elements of a list, none where there is none. */
    List<Node> list() {
        return json.filter(JsonElement::isJsonArray).stream()
                .flatMap(each -> StreamSupport.stream(each.getAsJsonArray().spliterator(), false))
                .map(Node::of)
                .toList();
    }

    /** Returns the elements of a list of scalars. */
    List<String> texts() {
        return list().stream().map(Node::text).toList();
    }

    /** Returns the fields of an object, none where there is none. */
    Map<String, JsonElement> fields() {
        return json.filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .map(JsonObject::asMap)
                .orElse(Map.of());
    }

    /** Returns this node and all below it. */
    Stream<Node> everything() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(
                        list().stream().flatMap(Node::everything),
                        fields().values().stream().map(Node::of).flatMap(Node::everything)));
    }

    /** Tells whether every label that this selector wants is among {@code labels}. */
    boolean selects(Node labels) {
        Map<String, JsonElement> wanted = fields();
        return !wanted.isEmpty()
                && wanted.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(labels.fields().get(each.getKey())));
    }
}
