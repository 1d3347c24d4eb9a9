package io.switchboard.profile.identity;

import io.switchboard.contracts.message.Standing;
import io.switchboard.profile.customer.Saying;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of one who was met, in plain Java, and how that of several who are one is put together. */
final class PlainStanding {
    private record Word<T>(T what, long at) {}

    private Standing standing = Standing.STANDARD;
    private @Nullable BigDecimal value;
    private @Nullable Word<String> tier;
    private @Nullable Word<String> language;
    private boolean doNotContact;
    private boolean vulnerable;
    private @Nullable Word<String> lastAgent;
    private final Map<String, Word<Boolean>> consents = new HashMap<>();

    /** Returns whether it changes anything. */
    boolean say(Saying saying, long now) {
        Seen before = together(java.util.List.of(this));
        standing = saying.standing();
        value = saying.value() == null ? value : saying.value();
        tier = said(tier, saying.tier(), "", now);
        language = said(language, saying.language(), "und", now);
        doNotContact = saying.doNotContact() == null ? doNotContact : saying.doNotContact();
        vulnerable = saying.vulnerable() == null ? vulnerable : saying.vulnerable();
        return !before.equals(together(java.util.List.of(this)));
    }

    private static @Nullable Word<String> said(
            @Nullable Word<String> known, @Nullable String said, String none, long now) {
        if (said == null || (known != null && said.equals(known.what()))) {
            return known;
        }
        return said.equals(none) ? null : new Word<>(said, now);
    }

    void heldBy(String agent, long at) {
        if (lastAgent == null || lastAgent.at() < at) {
            lastAgent = new Word<>(agent, at);
        }
    }

    void consent(String channel, boolean granted, long at) {
        Word<Boolean> known = consents.get(channel);
        if (known == null || known.at() < at) {
            consents.put(channel, new Word<>(granted, at));
        }
    }

    /** What others see. */
    record Seen(
            Standing standing,
            @Nullable BigDecimal value,
            @Nullable String tier,
            @Nullable String language,
            boolean doNotContact,
            boolean vulnerable,
            @Nullable String lastAgent,
            Map<String, Boolean> consents) {}

    static Seen together(Collection<PlainStanding> all) {
        var consents = new TreeMap<String, Word<Boolean>>();
        all.forEach(one -> one.consents.forEach(
                (channel, word) -> consents.merge(channel, word, (a, b) -> a.at() >= b.at() ? a : b)));
        var plain = new TreeMap<String, Boolean>();
        consents.forEach((channel, word) -> plain.put(channel, word.what()));
        return new Seen(
                all.stream().anyMatch(one -> one.standing == Standing.VIP) ? Standing.VIP : Standing.STANDARD,
                all.stream()
                        .map(one -> one.value)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                latest(all, one -> one.tier),
                latest(all, one -> one.language),
                all.stream().anyMatch(one -> one.doNotContact),
                all.stream().anyMatch(one -> one.vulnerable),
                latest(all, one -> one.lastAgent),
                plain);
    }

    private static @Nullable String latest(
            Collection<PlainStanding> all, Function<PlainStanding, @Nullable Word<String>> of) {
        return all.stream()
                .map(of)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(Word::at))
                .map(Word::what)
                .orElse(null);
    }
}
