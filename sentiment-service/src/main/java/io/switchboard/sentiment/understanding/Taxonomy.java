package io.switchboard.sentiment.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a tenant's texts can be about.
 *
 * @param skills every skill there is
 * @param brands names and handles that the tenant goes by in public, without {@code @}
 * @param topics each with what it is told by; what none fits is {@code other}
 */
public record Taxonomy(List<String> skills, List<String> brands, List<Entry> topics) {

    public Taxonomy {
        skills = List.copyOf(skills);
        brands = brands == null ? List.of() : List.copyOf(brands);
        topics = List.copyOf(topics);
    }

    /**
     * A topic.
     *
     * @param skills that it calls for
     * @param words by language, lower-case words or phrases
     * @param examples texts about it, to learn from
     */
    public record Entry(String name, List<String> skills, Map<String, List<String>> words, List<String> examples) {
        public Entry {
            skills = List.copyOf(skills);
            words = Map.copyOf(words);
            examples = List.copyOf(examples);
        }
    }

    /** Returns the topics of the lexicons, each calling for a skill of its name. */
    public static Taxonomy of(List<Lexicon> lexicons) {
        Map<String, Map<String, List<String>>> words = new TreeMap<>();
        for (Lexicon lexicon : lexicons) {
            lexicon.topics()
                    .forEach((topic, of) -> words.computeIfAbsent(topic, _ -> new TreeMap<>())
                            .put(
                                    lexicon.language(),
                                    of.stream().map(Phrase::text).toList()));
        }
        List<Entry> topics = words.entrySet().stream()
                .map(topic -> new Entry(topic.getKey(), List.of(topic.getKey()), topic.getValue(), List.of()))
                .toList();
        return new Taxonomy(List.copyOf(words.keySet()), List.of(), topics);
    }

    /** Returns the topic of a name. */
    public Optional<Entry> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** Returns this with every word by which {@code shipped} tells an emergency: newer ones hold for old documents, too. */
    Taxonomy withEmergenciesOf(Taxonomy shipped) {
        Entry known = shipped.topic(Topic.EMERGENCY).orElseThrow();
        Entry own = topic(Topic.EMERGENCY).orElse(known);
        Map<String, List<String>> words = new TreeMap<>(own.words());
        known.words().forEach((language, of) -> words.merge(language, of, Taxonomy::union));
        List<Entry> all = new ArrayList<>(topics.stream()
                .filter(topic -> !topic.name().equals(Topic.EMERGENCY))
                .toList());
        all.add(new Entry(Topic.EMERGENCY, own.skills(), words, own.examples()));
        return new Taxonomy(skills, brands, all);
    }

    private static List<String> union(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(word -> !some.contains(word)).forEach(all::add);
        return all;
    }
}
