package io.switchboard.understanding.linear;

/** Turns logits into probabilities; to the bit the same on every machine, so that training is. */
public final class Softmax {
    private Softmax() {}

    /** Replaces logits by the probabilities at a temperature. */
    public static void of(float[] logits, float temperature) {
        float most = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        float sum = 0;
        for (int k = 0; k < logits.length; k++) {
            logits[k] = (float) StrictMath.exp((logits[k] - most) / temperature);
            sum += logits[k];
        }
        for (int k = 0; k < logits.length; k++) {
            logits[k] /= sum;
        }
    }
}
