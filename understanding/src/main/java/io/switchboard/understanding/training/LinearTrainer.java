package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.Quantised;
import io.switchboard.understanding.linear.Softmax;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a head from examples: softmax regression by AdaGrad (Duchi, Hazan, Singer 2011), one example at a time in an order
 * that a fixed seed shuffles. The same examples in the same order give the same head to the bit.
 */
public final class LinearTrainer {
    /** A few corrections have to be heard among what was learned from thousands. */
    private static final float MORE_RATE = 0.5f;

    private static final float SMALL = 1e-6f;
    /** Passes over what a head that has learned before is taught. */
    private static final int MORE_EPOCHS = 6;
    /** As if each weight had been moved before, though no example had it. */
    private static final float TRUST = 0.5f;

    private static final float MORE_TRUST = 5;

    private final float rate;
    private final int many;
    private final int mask;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] biasSquares;
    private final float[] errors;

    private LinearTrainer(float[] weights, float[] biases, float rate) {
        this.rate = rate;
        this.many = biases.length;
        this.mask = weights.length / many - 1;
        this.weights = weights;
        this.squares = new float[weights.length];
        this.biases = biases;
        this.biasSquares = new float[many];
        this.errors = new float[many];
    }

    /**
     * Learns a head.
     *
     * @param temperature and {@code cuts} are written into the head; they are found by {@link Training}
     */
    public static Head train(Recipe recipe, List<Example> examples, float temperature, Cuts cuts) {
        int many = recipe.labels().size();
        LinearTrainer trainer = new LinearTrainer(new float[many << recipe.bits()], new float[many], recipe.rate());
        trainer.learn(examples, recipe.epochs());
        if (recipe.flat()) {
            Priors.divideOut(examples, trainer.biases);
        }
        return Quantised.head(recipe.name(), recipe.labels(), trainer.weights, trainer.biases, temperature, cuts);
    }

    /**
     * Goes on where a head's training ended; its temperature stays.
     *
     * @param known how firmly what is known of each bucket stays
     */
    static Head goOn(Head from, List<Example> examples, Cuts cuts, float[] known) {
        LinearTrainer trainer = new LinearTrainer(from.trained(), from.biases(), MORE_RATE);
        for (int i = 0; i < trainer.squares.length; i++) {
            trainer.squares[i] = known[i / trainer.many];
        }
        // How often each label is among corrections says nothing of how often it is among messages: biases stay.
        Arrays.fill(trainer.biasSquares, Float.POSITIVE_INFINITY);
        trainer.learn(examples, MORE_EPOCHS);
        return Quantised.head(from.name(), from.labels(), trainer.weights, trainer.biases, from.temperature(), cuts);
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
        Shuffle shuffle = new Shuffle(examples.size());
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i : shuffle.next()) {
                learn(examples.get(i));
            }
        }
    }

    private void learn(Example example) {
        int[] buckets = example.buckets();
        float value = buckets.length == 0 ? 0 : (float) (1 / Math.sqrt(buckets.length));
        Arrays.fill(errors, 0);
        for (int bucket : buckets) {
            for (int k = 0; k < many; k++) {
                errors[k] += weights[(bucket & mask) * many + k];
            }
        }
        for (int k = 0; k < many; k++) {
            errors[k] = biases[k] + errors[k] * value;
        }
        Softmax.of(errors, 1);
        errors[example.label()] -= 1;
        for (int bucket : buckets) {
            for (int k = 0; k < many; k++) {
                step(weights, squares, (bucket & mask) * many + k, errors[k] * value);
            }
        }
        for (int k = 0; k < many; k++) {
            step(biases, biasSquares, k, errors[k]);
        }
    }

    private void step(float[] of, float[] squares, int at, float gradient) {
        squares[at] += gradient * gradient;
        of[at] -= rate * gradient / (float) Math.sqrt(squares[at] + SMALL);
    }
}
