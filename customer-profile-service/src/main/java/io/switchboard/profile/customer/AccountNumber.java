package io.switchboard.profile.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The organisation's own numbers for customers and contracts. */
public final class AccountNumber {
    private static final Pattern NORMAL = Pattern.compile("(?=(?:.*[0-9]){4})[A-Z0-9]{6,34}");
    private static final Pattern IN_A_TEXT =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z0-9][A-Za-z0-9./-]{4,38}[A-Za-z0-9](?![\\p{L}\\p{N}])");
    private static final int MOST_IN_A_TEXT = 20;

    private AccountNumber() {}

    /** Returns the form in which they are compared: capitals and digits alone, at least four; empty when it can't be. */
    static Optional<String> normal(String written) {
        String kept = written.replaceAll("[ ./-]", "").toUpperCase(Locale.ROOT);
        return NORMAL.matcher(kept).matches() ? Optional.of(kept) : Optional.empty();
    }

    /** Returns what in a text may be such a number; whether there is one of this name is for the database to say. */
    public static List<String> in(String text) {
        return IN_A_TEXT
                .matcher(text)
                .results()
                .flatMap(found -> normal(found.group()).stream())
                .distinct()
                .limit(MOST_IN_A_TEXT)
                .toList();
    }
}
