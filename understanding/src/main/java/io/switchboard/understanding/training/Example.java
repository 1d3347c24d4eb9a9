package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.util.Arrays;
import java.util.List;

/** A text to learn from, or to be judged. */
final class Example {
    private final int[] buckets;
    private final int label;
    private final String group;

    private Example(int[] buckets, int label, String group) {
        this.buckets = buckets;
        this.label = label;
        this.group = group;
    }

    /** Returns the buckets of its features; not to be changed. */
    int[] buckets() {
        return buckets;
    }

    /** Returns the index of its label. */
    int label() {
        return label;
    }

    /** Returns of which group it is; what a head is judged on shares no group with what it learned from. */
    String group() {
        return group;
    }

    static List<Example> ofRelevance(List<Post> posts) {
        Features features = new Features();
        return posts.stream().map(post -> ofRelevance(post, features)).toList();
    }

    private static Example ofRelevance(Post post, Features features) {
        return of(post.text(), Posts.RELEVANCE.indexOf(post.relevance()), post.brand(), features);
    }

    static Example of(String text, int label, String group, Features features) {
        features.read(text);
        return new Example(Arrays.copyOf(features.buckets(), features.count()), label, group);
    }
}
