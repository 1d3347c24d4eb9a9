package io.switchboard.profile.identity;

import io.switchboard.contracts.message.Standing;
import io.switchboard.profile.customer.Saying;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** A record of another system: each is a customer of its own. */
    private record Paper(int precedence, String name, long at, Map<String, Word<String>> fields) {}

    private @Nullable Paper paper;

    /** Takes a record as it is at {@code at}; one that is gone says nothing. */
    void record(int precedence, String name, Map<String, String> fields, long at) {
        Paper known = paper;
        if (known != null && at < known.at()) {
            return;
        }
        var said = new HashMap<String, Word<String>>();
        fields.forEach((field, value) -> {
            Word<String> before = known == null ? null : known.fields().get(field);
            said.put(field, before != null && before.what().equals(value) ? before : new Word<>(value, at));
        });
        paper = new Paper(precedence, name, at, said);
    }

    /** Returns whether it changes anything. */
    boolean say(Saying saying, long now) {
        List<Object> before = own();
        standing = saying.standing();
        value = saying.value() == null ? value : saying.value();
        tier = said(tier, saying.tier(), "", now);
        language = said(language, saying.language(), "und", now);
        doNotContact = saying.doNotContact() == null ? doNotContact : saying.doNotContact();
        vulnerable = saying.vulnerable() == null ? vulnerable : saying.vulnerable();
        return !before.equals(own());
    }

    private List<Object> own() {
        return List.of(
                standing,
                Optional.ofNullable(value),
                Optional.ofNullable(tier).map(Word::what),
                Optional.ofNullable(language).map(Word::what),
                doNotContact,
                vulnerable);
    }

    private static @Nullable Word<String> said(
            @Nullable Word<String> known, @Nullable String said, String none, long now) {
        if (said == null) {
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
        for (String channel : List.of("email", "sms")) {
            held(all, "consent." + channel)
                    .map(word -> new Word<>(word.what().equals("true"), word.at()))
                    .ifPresent(word -> consents.merge(channel, word, (a, b) -> a.at() >= b.at() ? a : b));
        }
        var plain = new TreeMap<String, Boolean>();
        consents.forEach((channel, word) -> plain.put(channel, word.what()));
        return new Seen(
                all.stream().anyMatch(one -> one.standing == Standing.VIP) ? Standing.VIP : Standing.STANDARD,
                held(all, "value")
                        .map(word -> new BigDecimal(word.what()))
                        .orElse(all.stream()
                                .map(one -> one.value)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)),
                later(latest(all, one -> one.tier), held(all, "tier")),
                later(latest(all, one -> one.language), held(all, "language")),
                all.stream().anyMatch(one -> one.doNotContact) || isYes(held(all, "doNotContact")),
                all.stream().anyMatch(one -> one.vulnerable) || isYes(held(all, "vulnerable")),
                latest(all, one -> one.lastAgent).map(Word::what).orElse(null),
                plain);
    }

    private static boolean isYes(Optional<Word<String>> word) {
        return word.filter(said -> said.what().equals("true")).isPresent();
    }

    private static @Nullable String later(Optional<Word<String>> here, Optional<Word<String>> there) {
        return Stream.concat(here.stream(), there.stream())
                .max(Comparator.comparingLong(Word::at))
                .map(Word::what)
                .orElse(null);
    }

    /** What the weightiest record says of a field, and of those the newest. */
    private static Optional<Word<String>> held(Collection<PlainStanding> all, String field) {
        return all.stream()
                .map(one -> one.paper)
                .filter(paper -> paper != null && paper.fields().containsKey(field))
                .max(Comparator.comparingInt(Paper::precedence)
                        .thenComparingLong(Paper::at)
                        .thenComparing(Paper::name))
                .map(paper -> paper.fields().get(field));
    }

    private static Optional<Word<String>> latest(
            Collection<PlainStanding> all, Function<PlainStanding, @Nullable Word<String>> of) {
        return all.stream().map(of).filter(Objects::nonNull).max(Comparator.comparingLong(Word::at));
    }
}
