package io.switchboard.profile.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something about a customer, and why.
 *
 * @param by the caller's name, or the rule that did it
 * @param reason in their own words, or null
 * @param evidence what it rests on, by name; ids and addresses, no message text
 */
public record Cause(String by, @Nullable String reason, Map<String, Object> evidence) {
    public Cause {
        evidence = Map.copyOf(evidence);
    }
}
