package io.switchboard.understanding.linear;

import java.nio.ByteBuffer;
import java.util.List;

/** Makes a head of weights as they are trained. */
public final class Quantised {
    private static final int STEPS = 127;

    private Quantised() {}

    /**
     * Returns a head whose weights are whole steps of the largest one of their label.
     *
     * @param weights by bucket and label, label running fastest; of a power of two of buckets
     * @param biases by label
     */
    public static Head head(
            String name, List<String> labels, float[] weights, float[] biases, float temperature, Cuts cuts) {
        int many = labels.size();
        float[] scales = new float[many];
        for (int i = 0; i < weights.length; i++) {
            scales[i % many] = Math.max(scales[i % many], Math.abs(weights[i]) / STEPS);
        }
        ByteBuffer steps = ByteBuffer.allocate(weights.length);
        for (int i = 0; i < weights.length; i++) {
            float scale = scales[i % many];
            steps.put(i, (byte) (scale == 0 ? 0 : Math.round(weights[i] / scale)));
        }
        return new Head(name, labels, steps, scales, biases, temperature, cuts);
    }
}
