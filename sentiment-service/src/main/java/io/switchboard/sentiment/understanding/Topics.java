package io.switchboard.sentiment.understanding;

import io.switchboard.understanding.features.Brands;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.training.TopicTraining;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells a text's topic by a taxonomy: by its words, and by what was learned from its examples where words find nothing. */
public final class Topics {
    private static final float SURE = 0.6f;

    private final Taxonomy taxonomy;
    private final Map<String, Map<String, List<Phrase>>> words = new TreeMap<>();
    private final Optional<Head> learned;
    private final Brands brands;

    /**
     * Prepares a taxonomy; one with examples takes some seconds of CPU time.
     *
     * @param shipped whose emergencies are always found
     */
    public Topics(Taxonomy own, Taxonomy shipped) {
        this.taxonomy = own.withEmergenciesOf(shipped);
        Map<String, List<String>> examples = new TreeMap<>();
        for (Taxonomy.Entry topic : taxonomy.topics()) {
            topic.words()
                    .forEach((language, of) -> words.computeIfAbsent(language, _ -> new TreeMap<>())
                            .put(topic.name(), of.stream().map(Phrase::of).toList()));
            if (!topic.examples().isEmpty()) {
                examples.put(topic.name(), topic.examples());
            }
        }
        this.brands = Brands.of(taxonomy.brands());
        this.learned = TopicTraining.train(examples);
    }

    /** Returns the taxonomy with all that is always in one. */
    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** Returns the names of the tenant's brands. */
    Brands brands() {
        return brands;
    }

    /** Returns whether the tenant said what its brands are called. */
    boolean knowsBrand() {
        return !brands.isEmpty();
    }

    /**
     * Returns what a text in a language is about.
     *
     * @param seen that has read the text
     */
    Topic of(Words text, Features seen, String language) {
        Topic told = Topic.of(text, words.getOrDefault(language, Map.of()));
        return told.words().isEmpty() && learned.isPresent() ? likeliest(seen, learned.get()) : told;
    }

    private static Topic likeliest(Features read, Head head) {
        float[] probabilities = new float[head.labels().size()];
        head.probabilities(read, probabilities);
        int best = Head.likeliest(probabilities, probabilities.length);
        boolean sure = read.count() > 0 && probabilities[best] >= SURE;
        return new Topic(sure ? head.labels().get(best) : Topic.OTHER, List.of());
    }

    /** Returns the skills that a topic calls for. */
    List<String> skills(Topic topic) {
        return taxonomy.topic(topic.name()).map(Taxonomy.Entry::skills).orElse(List.of());
    }
}
