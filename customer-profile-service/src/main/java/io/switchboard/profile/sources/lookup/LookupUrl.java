package io.switchboard.profile.sources.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a URL. A value stays one part of the path or the query, whatever is in it. */
final class LookupUrl {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    private LookupUrl() {}

    /** Returns the URL; empty when a value is not known, or would lead to another place. */
    static Optional<URI> fill(String template, Map<String, String> values) {
        Matcher place = PLACE.matcher(template);
        var url = new StringBuilder();
        while (place.find()) {
            String value = values.get(place.group(1));
            if (value == null || value.isBlank() || value.equals(".") || value.equals("..")) {
                return Optional.empty();
            }
            // Form encoding but for the blank, which is a plus there.
            String encoded = URLEncoder.encode(value, UTF_8).replace("+", "%20");
            place.appendReplacement(url, Matcher.quoteReplacement(encoded));
        }
        place.appendTail(url);
        return Optional.of(URI.create(url.toString()));
    }
}
