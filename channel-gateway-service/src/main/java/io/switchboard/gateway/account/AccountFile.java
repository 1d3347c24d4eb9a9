package io.switchboard.gateway.account;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of one account: YAML, flat, secrets by the names of the files that hold them. */
final class AccountFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> COMMON = Set.of("channel", "address", "tenant", "centre");
    private static final String SECRET_SUFFIX = "File";
    /** {@code ${SWITCHBOARD_NAME}} or {@code ${SWITCHBOARD_NAME:default}}; other variables are nobody's business here. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(SWITCHBOARD_[A-Z0-9_]+)(?::([^}]*))?}");

    private final Function<String, Optional<String>> variables;

    /** Reads files in which {@code variables} fill the place holders. */
    AccountFile(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /**
     * Reads an account.
     *
     * @throws BrokenAccountException when it can't be used
     */
    Account read(Path file) {
        JsonNode fields = parse(file);
        Map<String, List<String>> settings = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        fields.properties().forEach(field -> {
            String name = field.getKey();
            if (name.endsWith(SECRET_SUFFIX)) {
                secrets.put(
                        name.substring(0, name.length() - SECRET_SUFFIX.length()),
                        secret(file, name, one(name, values(name, field.getValue()))));
            } else {
                settings.put(name, values(name, field.getValue()));
            }
        });
        Map<String, List<String>> own = new HashMap<>(settings);
        own.keySet().removeAll(COMMON);
        return new Account(
                one("channel", settings),
                one("address", settings),
                one("tenant", settings),
                one("centre", settings),
                own,
                secrets);
    }

    private static String one(String name, Map<String, List<String>> settings) {
        return one(name, settings.getOrDefault(name, List.of()));
    }

    private static JsonNode parse(Path file) {
        try {
            JsonNode fields = YAML.readTree(Files.readAllBytes(file));
            if (fields == null || !fields.isObject()) {
                throw new BrokenAccountException("file", "is not a YAML mapping");
            }
            return fields;
        } catch (IOException e) {
            // The parser's message quotes the line, which may hold a secret.
            throw new BrokenAccountException("file", "is not readable YAML");
        }
    }

    private List<String> values(String name, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(each -> scalar(name, each)).toList();
        }
        return List.of(scalar(name, value));
    }

    private String scalar(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw new BrokenAccountException(name, "is not a value or a list of values");
        }
        return VARIABLE.matcher(value.asText())
                .replaceAll(place -> Matcher.quoteReplacement(variables
                        .apply(place.group(1))
                        .or(() -> Optional.ofNullable(place.group(2)))
                        .orElseThrow(() -> new BrokenAccountException(name, "needs " + place.group(1)))));
    }

    private static String one(String name, List<String> values) {
        if (values.size() != 1) {
            throw new BrokenAccountException(name, values.isEmpty() ? "is missing" : "has more than one value");
        }
        return values.getFirst();
    }

    private static Secret secret(Path file, String name, String path) {
        try {
            String value = Files.readString(file.resolveSibling(path)).strip();
            if (value.isEmpty()) {
                throw new BrokenAccountException(name, "names an empty file");
            }
            return new Secret(value);
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenAccountException(name, "names a file that can't be read");
        }
    }
}
