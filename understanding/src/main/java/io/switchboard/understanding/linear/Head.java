package io.switchboard.understanding.linear;

import io.switchboard.understanding.features.Features;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Weighs the features of a text for each label: the logit of label {@code k} is {@code bias[k]} and the mean weight of the
 * features, times the square root of their number; a softmax over the logits, divided by the temperature, makes them
 * probabilities. Immutable; any number of threads may share one.
 */
public final class Head {
    private final String name;
    private final List<String> labels;
    private final Weights weights;
    private final float[] scales;
    private final float[] biases;
    private final float temperature;
    private final Cuts cuts;

    /**
     * Makes a head.
     *
     * @param weights by bucket and label, label running fastest, a power of two of buckets, in units
     *     of the label's scale
     * @param temperature above 0; more than 1 makes the head less sure than the weights are
     * @param cuts from which probability on the last label is believed
     */
    Head(
            String name,
            List<String> labels,
            ByteBuffer weights,
            float[] scales,
            float[] biases,
            float temperature,
            Cuts cuts) {
        this.name = name;
        this.labels = List.copyOf(labels);
        this.weights = new Weights(weights, labels.size());
        this.scales = scales.clone();
        this.biases = biases.clone();
        this.temperature = temperature;
        this.cuts = cuts;
    }

    /** Returns what it judges, such as {@code relevance}. */
    public String name() {
        return name;
    }

    /** Returns the labels, in the order of the probabilities. */
    public List<String> labels() {
        return labels;
    }

    /** Returns from which probability on the last label is believed. */
    public Cuts cuts() {
        return cuts;
    }

    /** Returns what logits are divided by. */
    public float temperature() {
        return temperature;
    }

    float[] scales() {
        return scales.clone();
    }

    /** Returns the bias of each label. */
    public float[] biases() {
        return biases.clone();
    }

    /** Returns the weights as a trainer has them, by bucket and label, label running fastest. */
    public float[] trained() {
        ByteBuffer units = weights.bytes();
        float[] trained = new float[units.limit()];
        for (int i = 0; i < trained.length; i++) {
            trained[i] = units.get(i) * scales[i % scales.length];
        }
        return trained;
    }

    /** Returns how many buckets have weights, a power of two. */
    public int buckets() {
        return weights.buckets();
    }

    ByteBuffer weights() {
        return weights.bytes();
    }

    /**
     * Writes the probability of each label into {@code into}, which has room for as many. Allocates nothing.
     *
     * @param text that has read the text
     */
    public void probabilities(Features text, float[] into) {
        probabilities(text.buckets(), text.count(), into);
    }

    /** Does the same for the first {@code count} of some buckets. */
    public void probabilities(int[] buckets, int count, float[] into) {
        logits(buckets, count, into);
        Softmax.of(into, temperature);
    }

    /** Returns whether a text of these probabilities is of the last label, as surely as the cuts ask for. */
    public boolean drops(float[] probabilities, boolean brandKnown) {
        return probabilities[probabilities.length - 1] >= cuts.of(brandKnown);
    }

    /** Returns which of the first {@code among} labels is the likeliest. */
    public static int likeliest(float[] probabilities, int among) {
        int best = 0;
        for (int k = 1; k < among; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    /** Writes the logit of each label into {@code into}, of the first {@code count} buckets. */
    public void logits(int[] buckets, int count, float[] into) {
        float per = count == 0 ? 0 : (float) (1 / Math.sqrt(count));
        weights.sum(buckets, count, into);
        for (int k = 0; k < biases.length; k++) {
            into[k] = biases[k] + into[k] * scales[k] * per;
        }
    }

    /** Returns how much more a bucket speaks for a label than for the labels on average, in units of a logit. */
    float speaksFor(int bucket, int label) {
        int many = biases.length;
        float sum = 0;
        for (int k = 0; k < many; k++) {
            sum += weights.of(bucket, k) * scales[k];
        }
        return weights.of(bucket, label) * scales[label] - sum / many;
    }
}
