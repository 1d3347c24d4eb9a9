package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.util.Arrays;
import java.util.List;

/** A text to learn from, or to be judged. */
public final class Example {
    private final int[] buckets;
    private final int label;
    private final String group;

    private Example(int[] buckets, int label, String group) {
        this.buckets = buckets;
        this.label = label;
        this.group = group;
    }

    /** Returns the buckets of its features; not to be changed. */
    public int[] buckets() {
        return buckets;
    }

    /** Returns the index of its label. */
    public int label() {
        return label;
    }

    /** Returns of which group it is; what a head is judged on shares no group with what it learned from. */
    public String group() {
        return group;
    }

    /**
     * Reads a text.
     *
     * @param features to read it with
     * @param label index of what it is
     * @param group what a head is judged on shares no group with what it learned from
     */
    public static Example of(String text, int label, String group, Features features) {
        features.read(text);
        return new Example(Arrays.copyOf(features.buckets(), features.count()), label, group);
    }

    /** Reads labelled posts; their brand is the group. */
    public static List<Example> ofRelevance(List<Post> posts) {
        Features features = new Features();
        return posts.stream()
                .map(post -> of(post.text(), Posts.RELEVANCE.indexOf(post.relevance()), post.brand(), features))
                .toList();
    }
}
