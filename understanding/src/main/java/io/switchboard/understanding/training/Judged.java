package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Head;
import java.util.List;

/** An example and what a head, that had not seen its group, said of it. */
public final class Judged {
    private final Example example;
    private final float[] probabilities;
    private final boolean dropped;

    private Judged(Example example, float[] probabilities, boolean dropped) {
        this.example = example;
        this.probabilities = probabilities;
        this.dropped = dropped;
    }

    /**
     * Returns what some judge said.
     *
     * @param probabilities by label
     * @param dropped whether the text would have been dropped
     */
    public static Judged of(Example example, float[] probabilities, boolean dropped) {
        return new Judged(example, probabilities.clone(), dropped);
    }

    static Judged of(Head head, Example example) {
        float[] probabilities = new float[head.labels().size()];
        head.probabilities(example.buckets(), example.buckets().length, probabilities);
        return new Judged(example, probabilities, head.drops(probabilities, example.brandKnown()));
    }

    /** Returns what a head says of each example. */
    public static List<Judged> all(Head head, List<Example> examples) {
        return examples.stream().map(example -> of(head, example)).toList();
    }

    public Example example() {
        return example;
    }

    /** Returns the probability of the label of an index. */
    float probability(int label) {
        return probabilities[label];
    }

    /** Returns how many labels there are. */
    int labels() {
        return probabilities.length;
    }

    /** Returns whether it would have been dropped: the last label, from the head's cut on. */
    public boolean dropped() {
        return dropped;
    }

    /** Returns the index of the likeliest label. */
    public int best() {
        return Head.likeliest(probabilities, probabilities.length);
    }

    float ofLast() {
        return probabilities[probabilities.length - 1];
    }

    boolean isLast() {
        return example.label() == probabilities.length - 1;
    }
}
