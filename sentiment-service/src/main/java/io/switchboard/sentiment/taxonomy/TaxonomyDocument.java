package io.switchboard.sentiment.taxonomy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.sentiment.understanding.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A taxonomy as somebody wrote it, read and judged.
 *
 * @param sound what it says, or null when it can't be used
 * @param problems why not, one sentence each, beginning with the field
 */
record TaxonomyDocument(@Nullable Taxonomy sound, List<String> problems) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a document; never fails, what is wrong is in the problems.
     *
     * @param shipped whose emergencies it must still tell
     */
    static TaxonomyDocument of(String text, boolean yaml, Taxonomy shipped) {
        JsonNode root;
        try {
            root = (yaml ? YAML : JSON).readTree(text);
        } catch (JacksonException unreadable) {
            var place = unreadable.getLocation();
            return unusable(
                    List.of("line " + (place == null ? 1 : place.getLineNr()) + ": not " + (yaml ? "YAML" : "JSON")));
        }
        List<String> problems = new ArrayList<>();
        Taxonomy read = new Reader(problems).taxonomy(root);
        if (problems.isEmpty()) {
            problems.addAll(TaxonomyProblems.of(read, shipped));
        }
        return problems.isEmpty() ? new TaxonomyDocument(read, List.of()) : unusable(problems);
    }

    private static TaxonomyDocument unusable(List<String> problems) {
        return new TaxonomyDocument(null, List.copyOf(problems));
    }

    /** Reads what has the right shape and names what has not. */
    private record Reader(List<String> problems) {

        Taxonomy taxonomy(JsonNode root) {
            fields("the taxonomy", root, Set.of("skills", "brands", "topics"));
            List<Taxonomy.Entry> topics = new ArrayList<>();
            JsonNode list = root.path("topics");
            check(list.isArray(), "topics: is not a list");
            for (int i = 0; i < list.size(); i++) {
                topics.add(topic(list.path(i), "topics[" + i + "]"));
            }
            return new Taxonomy(texts(root.path("skills"), "skills"), texts(root.path("brands"), "brands"), topics);
        }

        private Taxonomy.Entry topic(JsonNode node, String place) {
            fields(place, node, Set.of("name", "skills", "words", "examples"));
            check(node.path("name").isTextual(), place + ".name: is not a text");
            Map<String, List<String>> words = new TreeMap<>();
            check(
                    node.path("words").isObject() || node.path("words").isMissingNode(),
                    place + ".words: are not by language");
            node.path("words")
                    .properties()
                    .forEach(language -> words.put(
                            language.getKey(),
                            texts(language.getValue(), place + ".words." + language.getKey()).stream()
                                    .map(word -> word.toLowerCase(Locale.ROOT))
                                    .toList()));
            return new Taxonomy.Entry(
                    node.path("name").asText(),
                    texts(node.path("skills"), place + ".skills"),
                    words,
                    texts(node.path("examples"), place + ".examples"));
        }

        private List<String> texts(JsonNode list, String place) {
            check(list.isArray() || list.isMissingNode(), place + ": is not a list");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                check(list.path(i).isTextual(), place + "[" + i + "]: is not a text");
                texts.add(list.path(i).asText().strip());
            }
            return texts;
        }

        private void fields(String place, JsonNode node, Set<String> known) {
            check(node.isObject(), place + ": is not a list of fields");
            node.fieldNames()
                    .forEachRemaining(
                            name -> check(known.contains(name), place + "." + name + ": there is no such field"));
        }

        private void check(boolean fine, String problem) {
            if (!fine) {
                problems.add(problem);
            }
        }
    }
}
