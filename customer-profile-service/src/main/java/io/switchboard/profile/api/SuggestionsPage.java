package io.switchboard.profile.api;

import io.switchboard.profile.identity.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer may be, the likeliest first.
 *
 * @param suggestions the open ones
 * @param next give it as {@code after} for the next page; null on the last one
 */
public record SuggestionsPage(
        List<Suggestion> suggestions, @Nullable String next) {
    public SuggestionsPage {
        suggestions = List.copyOf(suggestions);
    }

    static SuggestionsPage of(List<Suggestion> found, int limit) {
        return new SuggestionsPage(found, found.size() < limit ? null : place(found.getLast()));
    }

    private static String place(Suggestion last) {
        return last.score() + "_" + last.suggestionId();
    }
}
