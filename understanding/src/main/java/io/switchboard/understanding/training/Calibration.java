package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.Softmax;
import java.util.ArrayList;
import java.util.List;

/**
 * How sure a head may be, measured on groups that it did not learn from.
 *
 * @param temperature at which the probabilities fit best (Guo et al. 2017)
 * @param cut from which probability of the last label on so few others are dropped that the recall asked for is kept
 */
record Calibration(float temperature, float cut) {
    private static final int FOLDS = 5;
    private static final double LEAST = 0.2;
    private static final double MOST = 20;
    private static final int ROUNDS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static Calibration of(String name, List<String> labels, List<Example> examples, double recall) {
        List<Example> seen = new ArrayList<>();
        List<float[]> logits = new ArrayList<>();
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        for (int i = 0; i < folds.size(); i++) {
            Head head = LinearTrainer.train(name, labels, Folds.without(folds, i), 1, 1);
            for (Example example : folds.get(i)) {
                seen.add(example);
                logits.add(logits(head, example));
            }
        }
        float temperature = temperature(logits, seen);
        return new Calibration(temperature, cut(logits, seen, temperature, labels.size() - 1, recall));
    }

    private static float[] logits(Head head, Example example) {
        float[] logits = new float[head.labels().size()];
        head.logits(example.buckets(), example.buckets().length, logits);
        return logits;
    }

    /** Searches the lowest loss by golden sections of the temperature's logarithm. */
    private static float temperature(List<float[]> logits, List<Example> examples) {
        double low = StrictMath.log(LEAST);
        double high = StrictMath.log(MOST);
        for (int i = 0; i < ROUNDS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(logits, examples, (float) StrictMath.exp(left))
                    < loss(logits, examples, (float) StrictMath.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return (float) StrictMath.exp((low + high) / 2);
    }

    private static double loss(List<float[]> logits, List<Example> examples, float temperature) {
        double loss = 0;
        for (int i = 0; i < logits.size(); i++) {
            float[] probabilities = logits.get(i).clone();
            Softmax.of(probabilities, temperature);
            loss -= StrictMath.log(Math.max(1e-9, probabilities[examples.get(i).label()]));
        }
        return loss;
    }

    private static float cut(List<float[]> logits, List<Example> examples, float temperature, int last, double recall) {
        List<Float> wrong = new ArrayList<>();
        for (int i = 0; i < logits.size(); i++) {
            if (examples.get(i).label() != last) {
                float[] probabilities = logits.get(i).clone();
                Softmax.of(probabilities, temperature);
                wrong.add(probabilities[last]);
            }
        }
        wrong.sort(null);
        int kept = (int) Math.ceil(recall * wrong.size());
        return kept == 0 ? 1 : Math.nextUp(wrong.get(Math.min(kept, wrong.size()) - 1));
    }
}
