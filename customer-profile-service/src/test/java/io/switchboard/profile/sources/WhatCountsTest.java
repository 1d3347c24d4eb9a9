package io.switchboard.profile.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.message.Consent;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Standing;
import io.switchboard.profile.customer.StoredCustomer;
import io.switchboard.profile.sources.SourceRecord.Said;
import io.switchboard.profile.sources.WhatHolds.Attribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever was said here and by other systems, the same counts as when every word is held against every other. */
class WhatCountsTest {
    private static final Map<String, Integer> PRECEDENCE = Map.of("billing", 90, "crm", 50, "shop", 50);
    private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Map<String, List<String>> VALUES = Map.of(
            "tier", List.of("gold", "silver"),
            "language", List.of("de", "fr"),
            "value", List.of("1", "2.5"),
            "vulnerable", List.of("true", "false"),
            "doNotContact", List.of("true", "false"),
            "consent.email", List.of("true", "false"),
            "consent.sms", List.of("true", "false"),
            "birthday", List.of("1980-01-31"));

    /** One word on a field; those said here have no source. */
    record Word(
            String field,
            String value,
            @Nullable String source,
            @Nullable String recordId,
            long since,
            long at) {}

    /** Each field is left out or said, of a few instants, so that there are ties. */
    @Provide
    Arbitrary<List<Word>> words() {
        return Arbitraries.randoms().map(WhatCountsTest::words);
    }

    private static List<Word> words(Random random) {
        List<Word> words = new ArrayList<>();
        VALUES.forEach((field, values) -> {
            if (random.nextBoolean() && !field.equals("birthday")) {
                words.add(word(field, values, null, null, random, random.nextInt(6)));
            }
        });
        for (String source : PRECEDENCE.keySet()) {
            for (int record = random.nextInt(3); record > 0; record--) {
                long at = random.nextInt(6);
                String id = String.valueOf(record);
                VALUES.forEach((field, values) -> {
                    if (random.nextBoolean()) {
                        words.add(word(field, values, source, id, random, at));
                    }
                });
            }
        }
        return words;
    }

    private static Word word(
            String field, List<String> values, @Nullable String source, @Nullable String id, Random random, long at) {
        return new Word(field, values.get(random.nextInt(values.size())), source, id, random.nextInt((int) at + 1), at);
    }

    @Property(tries = 5000)
    void theSameCountsAsByBruteForce(@ForAll("words") List<Word> words) {
        assertThat(described(WhatCounts.of(stored(words), holding(words)))).isEqualTo(byBruteForce(words));
    }

    @Property(tries = 2000)
    void whatIsShownAndWhatCountsNeverDiffer(@ForAll("words") List<Word> words) {
        StoredCustomer stored = stored(words);
        Map<String, String> counts = described(WhatCounts.of(stored, holding(words)));
        holding(words).stream()
                .filter(attribute -> !attribute.field().equals("birthday"))
                .forEach(attribute -> assertThat(
                                WhatCounts.insteadOf(attribute, stored).map(WhatCounts.Word::value))
                        .isEqualTo(Optional.of(value(counts.get(attribute.field())))
                                .filter(counting ->
                                        !counting.equals(attribute.holds().value()))));
    }

    @Test
    void whatTheyWroteLastIsTheirLanguageWhenNobodySaysAnother() {
        var heard = stored(List.of(), "en");
        assertThat(WhatCounts.of(heard, List.of()).language()).isEqualTo("en");
        List<Word> said = List.of(new Word("language", "de", "crm", "1", 0, 0));
        assertThat(WhatCounts.of(heard, holding(said)).language()).isEqualTo("de");
        assertThat(WhatCounts.insteadOf(holding(said).getFirst(), heard)).isEmpty();
    }

    /** For each field: of what others say, the word that no other outweighs; and that against what was said here. */
    private static Map<String, String> byBruteForce(List<Word> words) {
        Map<String, String> counts = new TreeMap<>(Map.of("vulnerable", "false", "doNotContact", "false"));
        for (String field : VALUES.keySet()) {
            List<Word> all =
                    words.stream().filter(word -> word.field().equals(field)).toList();
            all.stream()
                    .filter(word -> all.stream().noneMatch(other -> other != word && beats(other, word, all)))
                    .filter(word -> !field.equals("birthday"))
                    .forEach(word -> counts.put(field, described(word)));
        }
        return counts;
    }

    private static boolean beats(Word one, Word other, List<Word> all) {
        if (one.source() != null && other.source() != null) {
            return weighsMore(one, other);
        }
        Word there = one.source() == null ? other : one;
        Word here = one.source() == null ? one : other;
        boolean holds =
                all.stream().noneMatch(word -> word.source() != null && word != there && weighsMore(word, there));
        return holds && (one == here) == hereBeats(here, there);
    }

    private static boolean hereBeats(Word here, Word there) {
        return switch (here.field()) {
            case "value" -> false;
            case "vulnerable", "doNotContact" -> here.value().equals("true");
            case "consent.email", "consent.sms" ->
                here.at() > there.since()
                        || here.at() == there.since() && there.value().equals("true");
            default -> here.at() >= there.since();
        };
    }

    private static boolean weighsMore(Word one, Word other) {
        int precedence = PRECEDENCE.get(one.source()) - PRECEDENCE.get(other.source());
        String name = one.source() + "/" + one.recordId();
        return precedence != 0
                ? precedence > 0
                : one.at() != other.at()
                        ? one.at() > other.at()
                        : name.compareTo(other.source() + "/" + other.recordId()) > 0;
    }

    private static String described(Word word) {
        if (!word.field().startsWith("consent.")) {
            return word.value();
        }
        return word.source() == null
                ? word.value() + " by amy since " + START.plusSeconds(word.at())
                : word.value() + " by source:" + word.source() + " since " + START.plusSeconds(word.since());
    }

    private static String value(String described) {
        return described.split(" ", 2)[0];
    }

    private static Map<String, String> described(Customer customer) {
        Map<String, String> said = new TreeMap<>();
        said.put("vulnerable", String.valueOf(customer.vulnerable()));
        said.put("doNotContact", String.valueOf(customer.doNotContact()));
        if (customer.tier() != null) {
            said.put("tier", customer.tier());
        }
        if (customer.language() != null) {
            said.put("language", customer.language());
        }
        if (customer.value() != null) {
            said.put("value", customer.value().toPlainString());
        }
        customer.consents()
                .forEach(consent -> said.put(
                        "consent." + consent.channel(),
                        consent.granted() + " by " + consent.by() + " since " + consent.at()));
        return said;
    }

    private static List<Attribute> holding(List<Word> words) {
        Map<String, Map<String, Said>> fields = new HashMap<>();
        Map<String, Word> first = new HashMap<>();
        words.stream().filter(word -> word.source() != null).forEach(word -> {
            String key = word.source() + "/" + word.recordId();
            first.putIfAbsent(key, word);
            fields.computeIfAbsent(key, _ -> new HashMap<>())
                    .put(word.field(), new Said(word.value(), START.plusSeconds(word.since())));
        });
        return WhatHolds.of(
                first.entrySet().stream()
                        .map(one -> new SourceRecord(
                                one.getValue().source(),
                                one.getValue().recordId(),
                                ID,
                                START.plusSeconds(one.getValue().at()),
                                false,
                                fields.get(one.getKey())))
                        .toList(),
                PRECEDENCE::get);
    }

    private static StoredCustomer stored(List<Word> words) {
        return stored(words, null);
    }

    private static StoredCustomer stored(List<Word> words, @Nullable String heard) {
        Map<String, Word> here = new HashMap<>();
        words.stream().filter(word -> word.source() == null).forEach(word -> here.put(word.field(), word));
        List<Consent> consents = here.values().stream()
                .filter(word -> word.field().startsWith("consent."))
                .map(word -> new Consent(
                        word.field().substring("consent.".length()),
                        word.value().equals("true"),
                        START.plusSeconds(word.at()),
                        "amy"))
                .toList();
        var customer = new Customer(
                ID,
                "Mia",
                Standing.STANDARD,
                null,
                here.containsKey("value") ? new BigDecimal(here.get("value").value()) : null,
                here.containsKey("tier") ? here.get("tier").value() : null,
                here.containsKey("language") ? here.get("language").value() : heard,
                consents,
                here.containsKey("doNotContact")
                        && here.get("doNotContact").value().equals("true"),
                here.containsKey("vulnerable") && here.get("vulnerable").value().equals("true"),
                null,
                0,
                null);
        return new StoredCustomer(
                customer, at(here.get("tier")), at(here.get("language")), List.of(), "main", START, 1, null, null);
    }

    private static @Nullable Instant at(@Nullable Word word) {
        return word == null ? null : START.plusSeconds(word.at());
    }
}
