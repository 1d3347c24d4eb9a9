package io.switchboard.profile.api;

import io.switchboard.profile.sources.Source;
import java.util.List;

/**
 * Another system whose records come in.
 *
 * @param source its name
 * @param centre the centre that a customer belongs to who is first met in a record
 * @param precedence where sources differ the greater holds
 * @param fields the profile fields it tells
 * @param links those whose values are handles of the customer
 * @param lookup whether it is asked live
 */
public record KnownSource(
        String source, String centre, int precedence, List<String> fields, List<String> links, boolean lookup) {
    public KnownSource {
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    static KnownSource of(Source source) {
        return new KnownSource(
                source.name(),
                source.centre(),
                source.precedence(),
                source.fields().keySet().stream().sorted().toList(),
                source.links().stream().sorted().toList(),
                source.lookup().isPresent());
    }
}
