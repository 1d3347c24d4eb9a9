package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How sure a head may be, measured on groups that it did not learn from.
 *
 * @param temperature at which the probabilities fit best (Guo et al. 2017)
 * @param cuts from which probability of the last label on so few others are dropped that the recall asked for is kept
 * @param loss of all examples at that temperature: the lower, the better the judge
 */
public record Calibration(float temperature, Cuts cuts, double loss) {
    private static final int FOLDS = 5;
    private static final double LEAST = 0.2;
    private static final double MOST = 20;
    private static final int ROUNDS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static Calibration of(Recipe recipe, List<Example> examples) {
        List<Example> seen = new ArrayList<>();
        List<float[]> logits = new ArrayList<>();
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        for (int i = 0; i < folds.size(); i++) {
            Head head = recipe.train(Folds.without(folds, i), 1, Cuts.NONE);
            for (Example example : folds.get(i)) {
                seen.add(example);
                logits.add(logits(head, example));
            }
        }
        return of(recipe, seen, logits);
    }

    /**
     * Finds out from logits that are known.
     *
     * @param logits of each example, by a judge that had not seen it
     */
    public static Calibration of(Recipe recipe, List<Example> examples, List<float[]> logits) {
        int many = recipe.labels().size();
        double[] weights = new double[many];
        double[] priors = Priors.of(examples, many);
        Arrays.setAll(weights, k -> recipe.flat() ? 1 / priors[k] : 1);
        float temperature = temperature(logits, examples, weights);
        return new Calibration(
                temperature,
                new Cuts(
                        cut(true, logits, examples, temperature, recipe),
                        cut(false, logits, examples, temperature, recipe)),
                loss(logits, examples, weights, temperature));
    }

    private static float[] logits(Head head, Example example) {
        float[] logits = new float[head.labels().size()];
        head.logits(example.buckets(), example.buckets().length, logits);
        return logits;
    }

    /** Searches the lowest loss by golden sections of the temperature's logarithm. */
    private static float temperature(List<float[]> logits, List<Example> examples, double[] weights) {
        double low = StrictMath.log(LEAST);
        double high = StrictMath.log(MOST);
        for (int i = 0; i < ROUNDS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(logits, examples, weights, (float) StrictMath.exp(left))
                    < loss(logits, examples, weights, (float) StrictMath.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return (float) StrictMath.exp((low + high) / 2);
    }

    private static double loss(List<float[]> logits, List<Example> examples, double[] weights, float temperature) {
        double loss = 0;
        for (int i = 0; i < logits.size(); i++) {
            float[] probabilities = logits.get(i).clone();
            Softmax.of(probabilities, temperature);
            int label = examples.get(i).label();
            loss -= weights[label] * StrictMath.log(Math.max(1e-9, probabilities[label]));
        }
        return loss;
    }

    private static float cut(
            boolean brandKnown, List<float[]> logits, List<Example> examples, float temperature, Recipe recipe) {
        int last = recipe.labels().size() - 1;
        List<Float> wrong = new ArrayList<>();
        for (int i = 0; i < logits.size(); i++) {
            if (examples.get(i).label() != last && examples.get(i).brandKnown() == brandKnown) {
                float[] probabilities = logits.get(i).clone();
                Softmax.of(probabilities, temperature);
                wrong.add(probabilities[last]);
            }
        }
        wrong.sort(null);
        int kept = (int) Math.ceil(recipe.recall() * wrong.size());
        return kept == 0 ? 1 : Math.nextUp(wrong.get(Math.min(kept, wrong.size()) - 1));
    }
}
