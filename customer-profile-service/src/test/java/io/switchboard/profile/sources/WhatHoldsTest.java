package io.switchboard.profile.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.switchboard.profile.sources.SourceRecord.Outcome;
import io.switchboard.profile.sources.WhatHolds.Attribute;
import io.switchboard.profile.sources.WhatHolds.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds follows from what was said, not from the order in which it came. */
class WhatHoldsTest {
    private static final Map<String, Integer> PRECEDENCE = Map.of("billing", 90, "crm", 50, "shop", 50);
    private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");

    /** One source's word on one record. */
    record Word(String source, IncomingRecord record) {}

    @Provide
    Arbitrary<List<Word>> words() {
        Arbitrary<Map<String, String>> fields = Arbitraries.maps(
                        Arbitraries.of("name", "tier", "language"), Arbitraries.of("a", "b", "c"))
                .ofMaxSize(3);
        Arbitrary<Word> word = Combinators.combine(
                        Arbitraries.of(PRECEDENCE.keySet()),
                        Arbitraries.of("1", "2"),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false, false, false),
                        fields)
                .as((source, id, second, gone, said) -> new Word(
                        source, new IncomingRecord(id, START.plusSeconds(second), gone, gone ? Map.of() : said)));
        // Of one instant there is one word on a record: two could not be told apart by their time.
        return word.list().ofMaxSize(12).map(all -> {
            Map<String, Word> distinct = new LinkedHashMap<>();
            all.forEach(each -> distinct.put(
                    each.source() + each.record().recordId() + each.record().at(), each));
            return List.copyOf(distinct.values());
        });
    }

    @Property
    void anyOrderGivesWhatHoldsByBruteForce(@ForAll("words") List<Word> words, @ForAll Random random) {
        List<Word> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        Map<String, Map<String, String>> found = new TreeMap<>();
        WhatHolds.of(taken(shuffled).values(), PRECEDENCE::get)
                .forEach(attribute -> found.put(attribute.field(), described(attribute)));
        assertThat(found).isEqualTo(byBruteForce(words));
    }

    @Property
    void twiceIsAsOnce(@ForAll("words") List<Word> words) {
        List<Word> twice = new ArrayList<>(words);
        twice.addAll(words);
        assertThat(WhatHolds.values(taken(twice).values(), PRECEDENCE::get))
                .isEqualTo(WhatHolds.values(taken(words).values(), PRECEDENCE::get));
    }

    private static Map<String, SourceRecord> taken(List<Word> words) {
        Map<String, SourceRecord> records = new HashMap<>();
        words.forEach(word -> {
            String key = word.source() + "/" + word.record().recordId();
            records.put(
                    key,
                    SourceRecord.take(records.get(key), source(word.source()), word.record())
                            .now());
        });
        return records;
    }

    private static Map<String, String> described(Attribute attribute) {
        Statement holds = attribute.holds();
        return Map.of(
                "holds",
                holds.value() + " by " + holds.source() + "/" + holds.recordId(),
                "overruled",
                String.valueOf(attribute.overruled().size()));
    }

    /** For each field, every word against every other: it holds if nothing newer on its record and no weightier one is. */
    private static Map<String, Map<String, String>> byBruteForce(List<Word> words) {
        Map<String, Map<String, String>> holds = new TreeMap<>();
        for (String field : List.of("name", "tier", "language")) {
            List<Word> standing = words.stream()
                    .filter(word -> words.stream().noneMatch(other -> isNewer(other, word)))
                    .filter(word -> word.record().fields().containsKey(field))
                    .toList();
            standing.stream()
                    .filter(word -> standing.stream().noneMatch(other -> other != word && weighsMore(other, word)))
                    .forEach(word -> holds.put(
                            field,
                            Map.of(
                                    "holds",
                                    word.record().fields().get(field) + " by " + word.source() + "/"
                                            + word.record().recordId(),
                                    "overruled",
                                    String.valueOf(standing.size() - 1))));
        }
        return holds;
    }

    private static boolean isNewer(Word one, Word other) {
        return one.source().equals(other.source())
                && one.record().recordId().equals(other.record().recordId())
                && one.record().at().isAfter(other.record().at());
    }

    private static boolean weighsMore(Word one, Word other) {
        int precedence = PRECEDENCE.get(one.source()) - PRECEDENCE.get(other.source());
        int time = one.record().at().compareTo(other.record().at());
        int name = (one.source() + "/" + one.record().recordId())
                .compareTo(other.source() + "/" + other.record().recordId());
        return precedence != 0 ? precedence > 0 : time != 0 ? time > 0 : name > 0;
    }

    @Test
    void aValueIsSinceItWasFirstSaid() {
        Source crm = source("crm");
        var first = SourceRecord.take(null, crm, new IncomingRecord("1", START, false, Map.of("tier", "gold")));
        var again = SourceRecord.take(
                first.now(), crm, new IncomingRecord("1", START.plusSeconds(5), false, Map.of("tier", "gold")));
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.now().fields().get("tier").since()).isEqualTo(START);
        assertThat(again.now().at()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void aSourceThatIsConfiguredNoMoreYieldsToAllThatAre() {
        var old = new Word("crm", new IncomingRecord("1", START.plusSeconds(9), false, Map.of("tier", "gold")));
        var known = new Word("shop", new IncomingRecord("1", START, false, Map.of("tier", "silver")));
        assertThat(WhatHolds.values(
                        taken(List.of(old, known)).values(),
                        name -> name.equals("shop") ? Integer.MIN_VALUE + 1 : Integer.MIN_VALUE))
                .containsEntry("tier", "silver");
    }

    private static Source source(String name) {
        return new Source(
                name,
                "acme",
                "main",
                PRECEDENCE.get(name),
                JsonPointer.compile("/id"),
                Optional.empty(),
                ',',
                Map.of(),
                Set.of(),
                Optional.empty());
    }
}
