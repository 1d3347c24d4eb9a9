package io.switchboard.profile.api;

import io.switchboard.profile.identity.IdentityChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a customer, the newest first.
 *
 * @param changes the deeds
 * @param next give it as {@code before} for the next page; null on the last one
 */
public record ChangesPage(
        List<IdentityChange> changes, @Nullable Long next) {
    public ChangesPage {
        changes = List.copyOf(changes);
    }

    static ChangesPage of(List<IdentityChange> found, int limit) {
        return new ChangesPage(
                found, found.size() < limit ? null : (Long) found.getLast().number());
    }
}
