package io.switchboard.profile.sources;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the file of one source. What it does not know it refuses by name: a slip of the pen must not lose a field. */
final class SourceFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KNOWN =
            Set.of("source", "tenant", "centre", "precedence", "id", "at", "delimiter", "fields", "links", "lookup");
    private static final Set<String> TRANSFORMS = Set.of("from", "lower", "map", "date");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private SourceFile() {}

    /**
     * Reads a source.
     *
     * @throws BrokenSourceException when it can't be used
     */
    static Source read(Path file) {
        JsonNode yaml = parse(file);
        known("", yaml, KNOWN);
        Map<String, FieldRule> fields = fields(yaml.path("fields"));
        return new Source(
                name("source", yaml),
                name("tenant", yaml),
                name("centre", yaml),
                precedence(yaml.path("precedence")),
                pointer("id", yaml.path("id")),
                yaml.has("at") ? Optional.of(pointer("at", yaml.path("at"))) : Optional.empty(),
                delimiter(yaml.path("delimiter")),
                fields,
                links(yaml, fields),
                yaml.has("lookup") ? Optional.of(LookupFile.read(file, yaml.path("lookup"))) : Optional.empty());
    }

    private static JsonNode parse(Path file) {
        try {
            JsonNode yaml = YAML.readTree(Files.readAllBytes(file));
            if (yaml == null || !yaml.isObject()) {
                throw new BrokenSourceException("file", "is not a YAML mapping");
            }
            return yaml;
        } catch (JsonProcessingException e) {
            // The parser's message quotes the line, which may hold a secret.
            var place = e.getLocation();
            throw new BrokenSourceException(
                    place == null ? "file" : "line " + place.getLineNr(), "is not readable YAML, or names a key twice");
        } catch (IOException e) {
            throw new BrokenSourceException("file", "can't be read");
        }
    }

    /** Refuses keys that mean nothing. */
    static void known(String within, JsonNode mapping, Set<String> names) {
        mapping.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new BrokenSourceException(
                        within + name,
                        "means nothing here; known are "
                                + names.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
    }

    private static String name(String field, JsonNode yaml) {
        String name = text(field, yaml.path(field));
        if (!NAME.matcher(name).matches()) {
            throw new BrokenSourceException(field, "is not a name of small letters, digits and hyphens");
        }
        return name;
    }

    /** Returns a value's text. */
    static String text(String field, JsonNode value) {
        if (value.isMissingNode()) {
            throw new BrokenSourceException(field, "is missing");
        }
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            throw new BrokenSourceException(field, "is not a single value");
        }
        return value.asText();
    }

    private static int precedence(JsonNode value) {
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new BrokenSourceException(
                    "precedence", value.isMissingNode() ? "is missing" : "is not a whole number");
        }
        return value.asInt();
    }

    private static JsonPointer pointer(String field, JsonNode value) {
        String text = text(field, value);
        try {
            return text.startsWith("/")
                    ? JsonPointer.compile(text)
                    : JsonPointer.empty().appendProperty(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenSourceException(field, "is not a JSON pointer or a column");
        }
    }

    private static char delimiter(JsonNode value) {
        if (value.isMissingNode()) {
            return ',';
        }
        String text = text("delimiter", value);
        if (text.length() != 1 || text.charAt(0) >= 0x80 || "\"\r\n ".contains(text)) {
            throw new BrokenSourceException(
                    "delimiter", "is not one of the usual characters, such as ; or a tab (\"\\t\")");
        }
        return text.charAt(0);
    }

    private static Map<String, FieldRule> fields(JsonNode mapping) {
        if (!mapping.isObject() || mapping.isEmpty()) {
            throw new BrokenSourceException("fields", "is not a mapping of profile fields");
        }
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        mapping.properties().forEach(entry -> {
            String field = "fields." + entry.getKey();
            if (!ProfileFields.isName(entry.getKey())) {
                throw new BrokenSourceException(field, "is not a name of letters, digits, dots and hyphens");
            }
            fields.put(entry.getKey(), rule(field, entry.getValue()));
        });
        return fields;
    }

    private static FieldRule rule(String field, JsonNode value) {
        if (!value.isObject()) {
            return new FieldRule(pointer(field, value), false, Map.of(), null);
        }
        known(field + ".", value, TRANSFORMS);
        return new FieldRule(
                pointer(field + ".from", value.path("from")),
                isTrue(field + ".lower", value.path("lower")),
                words(field + ".map", value.path("map")),
                date(field + ".date", value.path("date")));
    }

    private static boolean isTrue(String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new BrokenSourceException(field, "is not true or false");
        }
        return value.asBoolean();
    }

    private static Map<String, String> words(String field, JsonNode value) {
        if (value.isMissingNode()) {
            return Map.of();
        }
        if (!value.isObject() || value.isEmpty()) {
            throw new BrokenSourceException(field, "is not a mapping of words");
        }
        Map<String, String> words = new LinkedHashMap<>();
        value.properties()
                .forEach(word -> words.put(word.getKey(), text(field + "." + word.getKey(), word.getValue())));
        return words;
    }

    private static @Nullable String date(String field, JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        String pattern = text(field, value);
        try {
            FieldRule.formatter(pattern);
            return pattern;
        } catch (IllegalArgumentException e) {
            throw new BrokenSourceException(field, "is not a pattern of a date such as dd.MM.yyyy");
        }
    }

    private static Set<String> links(JsonNode yaml, Map<String, FieldRule> fields) {
        JsonNode value = yaml.path("links");
        if (value.isMissingNode()) {
            return ProfileFields.HANDLES.stream().filter(fields::containsKey).collect(Collectors.toSet());
        }
        if (!value.isArray()) {
            throw new BrokenSourceException("links", "is not a list");
        }
        Set<String> links = new LinkedHashSet<>();
        for (JsonNode each : value) {
            String field = text("links", each);
            if (!ProfileFields.HANDLES.contains(field) || !fields.containsKey(field)) {
                throw new BrokenSourceException(
                        "links", "names what is not one of email, phone and accountNumber, or is not among the fields");
            }
            links.add(field);
        }
        return links;
    }
}
