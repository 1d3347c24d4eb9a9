package io.switchboard.understanding.linear;

import io.switchboard.understanding.features.Features;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the features of a text for each label: the logit of label {@code k} is {@code bias[k]} and the mean weight of the
 * features, times the square root of their number; a softmax over the logits, divided by the temperature, makes them
 * probabilities. Immutable; any number of threads may share one.
 */
public final class Head {
    private final String name;
    private final List<String> labels;
    private final ByteBuffer weights;
    /** What the weights lie in, unless they are mapped: an array is read faster than a buffer. */
    private final byte @Nullable [] array;

    private final int offset;
    private final float[] scales;
    private final float[] biases;
    private final float temperature;
    private final Cuts cuts;
    private final int mask;

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
        this.weights = weights;
        this.array = weights.hasArray() ? weights.array() : null;
        this.offset = weights.hasArray() ? weights.arrayOffset() : 0;
        this.scales = scales.clone();
        this.biases = biases.clone();
        this.temperature = temperature;
        this.cuts = cuts;
        this.mask = weights.limit() / labels.size() - 1;
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
        float[] trained = new float[weights.limit()];
        for (int i = 0; i < trained.length; i++) {
            trained[i] = weights.get(i) * scales[i % scales.length];
        }
        return trained;
    }

    /** Returns how many buckets have weights, a power of two. */
    public int buckets() {
        return mask + 1;
    }

    ByteBuffer weights() {
        return weights.duplicate().clear();
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
        for (int k = 0; k < biases.length; k++) {
            int sum = array == null ? sum(weights, k, buckets, count) : sum(array, k, buckets, count);
            into[k] = biases[k] + sum * scales[k] * per;
        }
    }

    /** Label by label: both compilers make more of one sum than of a row of them. */
    private int sum(byte[] array, int label, int[] buckets, int count) {
        int many = biases.length;
        int from = offset + label;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += array[(buckets[i] & mask) * many + from];
        }
        return sum;
    }

    private int sum(ByteBuffer mapped, int label, int[] buckets, int count) {
        int many = biases.length;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += mapped.get((buckets[i] & mask) * many + label);
        }
        return sum;
    }

    /** Returns how much more a bucket speaks for a label than for the labels on average, in units of a logit. */
    float speaksFor(int bucket, int label) {
        int many = biases.length;
        int at = (bucket & mask) * many;
        float sum = 0;
        for (int k = 0; k < many; k++) {
            sum += weights.get(at + k) * scales[k];
        }
        return weights.get(at + label) * scales[label] - sum / many;
    }
}
