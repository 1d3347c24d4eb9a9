package io.switchboard.sentiment.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a text is about.
 *
 * @param name a word of the taxonomy
 * @param words the words that decided, none for {@link #OTHER}
 */
record Topic(String name, List<String> words) {
    static final String OTHER = "other";
    static final String EMERGENCY = "emergency";

    /**
     * Returns the topic with the most words in the text; an emergency wins with one.
     *
     * @param topics words by topic
     */
    static Topic of(Words text, Map<String, List<Phrase>> topics) {
        List<Topic> found = topics.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Topic(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(text::has)
                                .map(Phrase::text)
                                .toList()))
                .filter(topic -> !topic.words().isEmpty())
                .toList();
        return found.stream()
                .filter(topic -> topic.name().equals(EMERGENCY))
                .findFirst()
                .or(() -> found.stream()
                        .max(Comparator.comparingInt(topic -> topic.words().size())))
                .orElse(new Topic(OTHER, List.of()));
    }
}
