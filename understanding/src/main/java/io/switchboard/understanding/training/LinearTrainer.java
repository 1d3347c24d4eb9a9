package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.Quantised;
import io.switchboard.understanding.linear.Softmax;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns a head from examples: softmax regression by AdaGrad (Duchi, Hazan, Singer 2011), one example at a time in an order
 * that a fixed seed shuffles. The same examples in the same order give the same head to the bit.
 */
final class LinearTrainer {
    private static final int EPOCHS = 12;
    private static final float RATE = 0.5f;
    private static final float SMALL = 1e-6f;
    /** Passes over what a head that has learned before is taught. */
    private static final int MORE_EPOCHS = 6;
    /** As if each weight had been moved before, though no example had it. */
    private static final float TRUST = 0.5f;

    private static final float MORE_TRUST = 5;
    private static final long SEED = 20_260_101;

    private final int many;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] biasSquares;
    private final float[] errors;

    private LinearTrainer(int many) {
        this(new float[Features.BUCKETS * many], new float[many]);
    }

    private LinearTrainer(float[] weights, float[] biases) {
        this.many = biases.length;
        this.weights = weights;
        this.squares = new float[weights.length];
        this.biases = biases;
        this.biasSquares = new float[many];
        this.errors = new float[many];
    }

    static Head train(String name, List<String> labels, List<Example> examples, float temperature, float cut) {
        LinearTrainer trainer = new LinearTrainer(labels.size());
        trainer.learn(examples, EPOCHS);
        return Quantised.head(name, labels, trainer.weights, trainer.biases, temperature, cut);
    }

    /**
     * Goes on where a head's training ended; its temperature stays.
     *
     * @param known how firmly what is known of each bucket stays
     */
    static Head goOn(Head from, List<Example> examples, float cut, float[] known) {
        LinearTrainer trainer = new LinearTrainer(from.trained(), from.biases());
        for (int i = 0; i < trainer.squares.length; i++) {
            trainer.squares[i] = known[i / trainer.many];
        }
        // How often each label is among corrections says nothing of how often it is among messages: biases stay.
        Arrays.fill(trainer.biasSquares, Float.POSITIVE_INFINITY);
        trainer.learn(examples, MORE_EPOCHS);
        return Quantised.head(from.name(), from.labels(), trainer.weights, trainer.biases, from.temperature(), cut);
    }

    /**
     * Returns for each bucket how firmly what is known of it stays: the more, the more of the examples have it. So the words
     * that one tenant alone uses are learned soon, and what holds for all of a language is not overturned by a few texts.
     */
    static float[] known(List<Example> examples) {
        float[] known = new float[Features.BUCKETS];
        Arrays.fill(known, TRUST);
        for (Example example : examples) {
            float square = MORE_TRUST / Math.max(1, example.buckets().length);
            for (int bucket : example.buckets()) {
                known[bucket] += square;
            }
        }
        return known;
    }

    private void learn(List<Example> examples, int epochs) {
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                learn(examples.get(i));
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void learn(Example example) {
        int[] buckets = example.buckets();
        float value = buckets.length == 0 ? 0 : (float) (1 / Math.sqrt(buckets.length));
        Arrays.fill(errors, 0);
        for (int bucket : buckets) {
            for (int k = 0; k < many; k++) {
                errors[k] += weights[bucket * many + k];
            }
        }
        for (int k = 0; k < many; k++) {
            errors[k] = biases[k] + errors[k] * value;
        }
        Softmax.of(errors, 1);
        errors[example.label()] -= 1;
        for (int bucket : buckets) {
            for (int k = 0; k < many; k++) {
                step(weights, squares, bucket * many + k, errors[k] * value);
            }
        }
        for (int k = 0; k < many; k++) {
            step(biases, biasSquares, k, errors[k]);
        }
    }

    private static void step(float[] of, float[] squares, int at, float gradient) {
        squares[at] += gradient * gradient;
        of[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + SMALL);
    }
}
