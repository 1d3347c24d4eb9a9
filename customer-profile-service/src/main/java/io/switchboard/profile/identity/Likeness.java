package io.switchboard.profile.identity;

import io.switchboard.profile.customer.Address;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which names and addresses are compared where they are only alike. */
final class Likeness {
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_LOCAL_PART = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]");

    /** Kinds whose address is a name that people choose, and take along to other places. */
    private static final Set<String> CHOSEN = Set.of(Address.EMAIL, "x", "instagram");

    /** Addresses of a role, not of a person. */
    private static final Set<String> ROLES = Set.of(
            "admin",
            "billing",
            "contact",
            "hello",
            "help",
            "info",
            "kontakt",
            "mail",
            "noreply",
            "office",
            "postmaster",
            "sales",
            "service",
            "shop",
            "support",
            "team",
            "test",
            "webmaster");

    private Likeness() {}

    /** Returns a name without case, accents and punctuation; empty when nothing is left. */
    static Optional<String> nameKey(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String plain =
                MARKS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKD)).replaceAll("");
        String key = NO_LETTERS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** Returns what a person chose to be called in an address; empty when they did not choose or it says little. */
    static Optional<String> localKey(Address address) {
        return CHOSEN.contains(address.kind()) ? localKey(address.value()) : Optional.empty();
    }

    /** As {@link #localKey(Address)} of a mail address or a handle such as {@code @sam_k}. */
    static Optional<String> localKey(String written) {
        String local = written.indexOf('@') > 0 ? written.substring(0, written.indexOf('@')) : written;
        int tag = local.indexOf('+');
        String key = NOT_PLAIN
                .matcher((tag > 0 ? local.substring(0, tag) : local).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return key.length() < SHORTEST_LOCAL_PART || key.length() > LONGEST_NAME || ROLES.contains(key)
                ? Optional.empty()
                : Optional.of(key);
    }
}
