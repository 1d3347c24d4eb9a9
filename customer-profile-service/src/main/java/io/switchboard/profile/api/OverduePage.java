package io.switchboard.profile.api;

import io.switchboard.profile.ledger.LedgerEntry;
import io.switchboard.profile.paging.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait past their deadline, the longest overdue first.
 *
 * @param messages what is known of each
 * @param next what to send as {@code after} for the next page; null when this was the last one
 */
public record OverduePage(
        List<LedgerLine> messages, @Nullable String next) {
    public OverduePage {
        messages = List.copyOf(messages);
    }

    static OverduePage of(List<LedgerEntry> found, int limit) {
        return new OverduePage(
                found.stream().map(LedgerLine::of).toList(),
                found.size() < limit ? null : place(found.getLast()).cursor());
    }

    private static Place place(LedgerEntry entry) {
        return new Place(Objects.requireNonNull(entry.deadline()), entry.messageId());
    }
}
