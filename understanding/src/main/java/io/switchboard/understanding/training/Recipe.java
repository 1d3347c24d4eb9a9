package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import java.util.List;

/**
 * How a head is made.
 *
 * @param name of the head, such as {@code relevance}
 * @param labels of which the last one may be dropped, where something is dropped
 * @param bits two to the power of so many buckets, 18 at most
 * @param epochs passes over the examples: few where there are many
 * @param flat whether how frequent the labels are is divided out, for texts from elsewhere
 * @param recall share of all but the last label that the cuts are to keep, 0 to 1
 * @param rate how far a step goes: less where few texts are of many kinds
 */
public record Recipe(String name, List<String> labels, int bits, int epochs, boolean flat, double recall, float rate) {
    private static final float RATE = 0.1f;

    public Recipe {
        labels = List.copyOf(labels);
    }

    /** Makes a recipe whose steps are of the usual size. */
    public Recipe(String name, List<String> labels, int bits, int epochs, boolean flat, double recall) {
        this(name, labels, bits, epochs, flat, recall, RATE);
    }

    /** Returns a recipe for a head that drops nothing and takes texts from anywhere. */
    public static Recipe of(String name, List<String> labels, int bits, int epochs) {
        return new Recipe(name, labels, bits, epochs, true, 1);
    }

    /** Returns the same with steps of half the size. */
    public Recipe gently() {
        return new Recipe(name, labels, bits, epochs, flat, recall, rate / 2);
    }

    /** Learns a head of which temperature and cuts are known. */
    public Head train(List<Example> examples, float temperature, Cuts cuts) {
        return LinearTrainer.train(this, examples, temperature, cuts);
    }
}
