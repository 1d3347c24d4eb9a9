package io.switchboard.profile.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a source is asked live. Secrets are in files that it names. */
final class LookupFile {
    private static final Set<String> KNOWN = Set.of("url", "timeout", "keep", "headers", "headerFiles");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> PLACES = Set.of("id", "email", "phone", "accountNumber");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LONGEST_KEEP = Duration.ofHours(1);

    private LookupFile() {}

    static LookupSetting read(Path file, JsonNode yaml) {
        if (!yaml.isObject()) {
            throw new BrokenSourceException("lookup", "is not a mapping");
        }
        SourceFile.known("lookup.", yaml, KNOWN);
        Map<String, String> headers = new LinkedHashMap<>();
        yaml.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(), SourceFile.text("lookup.headers." + header.getKey(), header.getValue())));
        yaml.path("headerFiles")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(), secret(file, "lookup.headerFiles." + header.getKey(), header.getValue())));
        return new LookupSetting(
                url(SourceFile.text("lookup.url", yaml.path("url"))),
                headers,
                duration("timeout", yaml, Duration.ofMillis(300), LONGEST_TIMEOUT),
                duration("keep", yaml, Duration.ofMinutes(5), LONGEST_KEEP));
    }

    /** Whoever is asked is fixed here: a customer's data may fill the path and the query, never name a host. */
    private static String url(String url) {
        Matcher place = PLACE.matcher(url);
        boolean asksForSomebody = false;
        while (place.find()) {
            if (!PLACES.contains(place.group(1))) {
                throw new BrokenSourceException(
                        "lookup.url", "has a place for something else than id, email, phone or accountNumber");
            }
            asksForSomebody = true;
        }
        try {
            URI filled = URI.create(PLACE.matcher(url).replaceAll("x"));
            boolean http = "https".equals(filled.getScheme()) || "http".equals(filled.getScheme());
            String authority = filled.getRawAuthority();
            if (!http || authority == null || filled.getHost() == null || filled.getRawUserInfo() != null) {
                throw new BrokenSourceException("lookup.url", "is not an http or https URL of a host");
            }
            int pathStart = url.indexOf("://") + 3 + authority.length();
            if (!asksForSomebody
                    || PLACE.matcher(url.substring(0, Math.min(pathStart, url.length())))
                            .find()) {
                throw new BrokenSourceException("lookup.url", "needs a place in its path or query, and none before");
            }
            return url;
        } catch (IllegalArgumentException e) {
            throw new BrokenSourceException("lookup.url", "is not a URL");
        }
    }

    private static Duration duration(String name, JsonNode yaml, Duration otherwise, Duration longest) {
        if (!yaml.has(name)) {
            return otherwise;
        }
        String field = "lookup." + name;
        try {
            Duration given = Duration.parse(SourceFile.text(field, yaml.path(name)));
            if (!given.isNegative() && !given.isZero() && given.compareTo(longest) <= 0) {
                return given;
            }
        } catch (DateTimeParseException _) {
            // Said below.
        }
        throw new BrokenSourceException(field, "is not a duration such as PT0.3S, at most " + longest);
    }

    private static String secret(Path file, String field, JsonNode name) {
        try {
            String value = Files.readString(file.resolveSibling(SourceFile.text(field, name)))
                    .strip();
            if (!value.isEmpty()) {
                return value;
            }
            throw new BrokenSourceException(field, "names an empty file");
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenSourceException(field, "names a file that can't be read");
        }
    }
}
