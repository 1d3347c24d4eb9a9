package io.switchboard.understanding.dense;

import io.switchboard.understanding.linear.Softmax;
import io.switchboard.understanding.training.Shuffle;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Learns one network: cross entropy in batches by {@link Adam}, with dropout (Srivastava et al. 2014), since examples are few. The
 * same seed and examples in the same order give the same network to the bit.
 */
final class NetworkTrainer {
    private static final int BATCH = 32;
    /** Of the numbers of an embedding, and of the units. */
    private static final float DROP_IN = 0.3f;

    private static final float DROP_UNITS = 0.5f;

    private final SplittableRandom random;
    private final Network network;
    private final Adam in;
    private final Adam hiddenBiases;
    private final Adam out;
    private final Adam biases;
    private final float[] x;
    private final float[] units;
    private final float[] unitErrors;
    private final float[] errors;

    NetworkTrainer(int size, int units, int labels, long seed) {
        this.random = new SplittableRandom(seed);
        Random start = new Random(seed);
        this.network = new Network(
                small(start, size * units, size),
                new float[units],
                small(start, units * labels, units),
                new float[labels]);
        this.in = new Adam(network.in());
        this.hiddenBiases = new Adam(network.hiddenBiases());
        this.out = new Adam(network.out());
        this.biases = new Adam(network.biases());
        this.x = new float[size];
        this.units = new float[units];
        this.unitErrors = new float[units];
        this.errors = new float[labels];
    }

    private static float[] small(Random random, int many, int inputs) {
        float[] weights = new float[many];
        for (int i = 0; i < many; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
        }
        return weights;
    }

    /**
     * Learns.
     *
     * @param labels the index of the label of each embedding
     */
    Network learn(List<float[]> embeddings, int[] labels, int epochs) {
        Shuffle shuffle = new Shuffle(labels.length);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = shuffle.next();
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                for (int i = from; i < to; i++) {
                    learn(embeddings.get(order[i]), labels[order[i]]);
                }
                step(to - from);
            }
        }
        return network;
    }

    private void step(int many) {
        in.step(many);
        hiddenBiases.step(many);
        out.step(many);
        biases.step(many);
    }

    private void learn(float[] embedding, int label) {
        forward(embedding);
        Softmax.of(errors, 1);
        errors[label] -= 1;
        backward();
    }

    /** Leaves the logits where the errors will be. */
    private void forward(float[] embedding) {
        float scale = Network.scale(embedding.length);
        System.arraycopy(network.hiddenBiases(), 0, units, 0, units.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = kept(embedding[i] * scale, DROP_IN);
            if (x[i] != 0) {
                Network.addScaled(network.in(), i * units.length, x[i], units, units.length);
            }
        }
        System.arraycopy(network.biases(), 0, errors, 0, errors.length);
        for (int j = 0; j < units.length; j++) {
            units[j] = units[j] > 0 ? kept(units[j], DROP_UNITS) : 0;
            if (units[j] > 0) {
                Network.addScaled(network.out(), j * errors.length, units[j], errors, errors.length);
            }
        }
    }

    /** Drops a value sometimes; else makes it so much greater that nothing changes on average. */
    private float kept(float value, float drop) {
        return random.nextInt(1 << 16) < drop * (1 << 16) ? 0 : value / (1 - drop);
    }

    private void backward() {
        Network.addScaled(errors, 0, 1, biases.gradient(), errors.length);
        for (int j = 0; j < units.length; j++) {
            unitErrors[j] = 0;
            if (units[j] > 0) {
                float sum = 0;
                for (int k = 0; k < errors.length; k++) {
                    sum += errors[k] * network.out()[j * errors.length + k];
                    out.gradient()[j * errors.length + k] += errors[k] * units[j];
                }
                unitErrors[j] = sum / (1 - DROP_UNITS);
            }
        }
        Network.addScaled(unitErrors, 0, 1, hiddenBiases.gradient(), units.length);
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                addTo(in.gradient(), i * units.length, x[i]);
            }
        }
    }

    private void addTo(float[] gradient, int from, float by) {
        for (int j = 0; j < unitErrors.length; j++) {
            gradient[from + j] += unitErrors[j] * by;
        }
    }
}
