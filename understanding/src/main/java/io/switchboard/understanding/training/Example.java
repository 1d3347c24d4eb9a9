package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Brands;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A text to learn from, or to be judged. */
public final class Example {
    private final int[] buckets;
    private final int label;
    private final String group;
    private final boolean brandKnown;

    private Example(int[] buckets, int label, String group, boolean brandKnown) {
        this.buckets = buckets;
        this.label = label;
        this.group = group;
        this.brandKnown = brandKnown;
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

    /** Returns whether it was read by somebody who knows the brand's names. */
    public boolean brandKnown() {
        return brandKnown;
    }

    /**
     * Reads a text of which nobody knows the brand.
     *
     * @param features to read it with
     * @param label index of what it is
     * @param group what a head is judged on shares no group with what it learned from
     */
    public static Example of(String text, int label, String group, Features features) {
        features.read(text);
        return read(label, group, false, features);
    }

    private static Example read(int label, String group, boolean brandKnown, Features features) {
        return new Example(Arrays.copyOf(features.buckets(), features.count()), label, group, brandKnown);
    }

    /** Reads labelled posts, each as it looks to who knows the brand and to who does not; their brand is the group. */
    public static List<Example> ofRelevance(List<Post> posts) {
        return Stream.concat(ofRelevance(posts, true).stream(), ofRelevance(posts, false).stream())
                .toList();
    }

    /** Reads labelled posts, all knowing the brand or all not. */
    public static List<Example> ofRelevance(List<Post> posts, boolean brandKnown) {
        Features features = new Features();
        return posts.stream().map(post -> of(post, brandKnown, features)).toList();
    }

    private static Example of(Post post, boolean brandKnown, Features features) {
        features.read(post.text(), brandKnown ? Brands.of(List.of(post.brand())) : Brands.NONE);
        return read(Posts.RELEVANCE.indexOf(post.relevance()), post.brand(), brandKnown, features);
    }
}
