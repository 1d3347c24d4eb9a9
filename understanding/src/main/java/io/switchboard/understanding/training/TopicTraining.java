package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Learns a tenant's topics from examples. */
public final class TopicTraining {
    /** What no topic fits; the last label. */
    public static final String OTHER = "other";

    private static final int FEWEST_EXAMPLES = 8;
    private static final int FEWEST_TOPICS = 2;
    private static final int OTHERS = 200;
    /** A tenant has a few topics with a few examples: they leave most buckets empty. */
    private static final int TOPIC_BITS = 16;

    private static final int EPOCHS = 12;

    private TopicTraining() {}

    /**
     * Learns all topics that have examples, and {@link #OTHER} from the project's chaff. The same examples give the same head
     * to the bit.
     *
     * @param examples by topic
     * @return the head, its last label {@link #OTHER}; none unless two topics have eight examples
     */
    public static Optional<Head> train(Map<String, List<String>> examples) {
        long enough = examples.entrySet().stream()
                .filter(topic ->
                        !topic.getKey().equals(OTHER) && topic.getValue().size() >= FEWEST_EXAMPLES)
                .count();
        if (enough < FEWEST_TOPICS) {
            return Optional.empty();
        }
        Map<String, List<String>> all = new TreeMap<>(examples);
        List<String> other = new ArrayList<>(all.getOrDefault(OTHER, List.of()));
        all.remove(OTHER);
        other.addAll(chaff());
        List<String> labels = new ArrayList<>(all.keySet());
        labels.add(OTHER);
        List<Example> learned = new ArrayList<>();
        Features features = new Features();
        all.forEach((topic, texts) ->
                texts.forEach(text -> learned.add(Example.of(text, labels.indexOf(topic), text, features))));
        other.forEach(text -> learned.add(Example.of(text, labels.size() - 1, text, features)));
        return Optional.of(new Training(new Recipe("topic", labels, TOPIC_BITS, EPOCHS, false, 1)).train(learned));
    }

    /** Returns some posts that are about nothing we do, from all industries. */
    private static List<String> chaff() {
        List<String> chaff = Posts.shipped().stream()
                .filter(post -> post.relevance().equals("chaff"))
                .map(Post::text)
                .toList();
        return IntStream.range(0, OTHERS)
                .mapToObj(i -> chaff.get(i * chaff.size() / OTHERS))
                .toList();
    }
}
