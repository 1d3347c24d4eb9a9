package io.switchboard.lab;

import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseTrainer;
import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.training.Calibration;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Folds;
import io.switchboard.understanding.training.Judged;
import io.switchboard.understanding.training.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Both judges together: the linear head, and the one over embeddings that adds to its logits. */
final class Joint {
    private static final int CALIBRATION_FOLDS = 5;
    private static final float[] SHARES = {0.5f, 1, 1.5f};

    private final Recipe recipe;
    private final int epochs;
    private final int leftOut;
    private final Map<Example, float[]> embeddings = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * Begins.
     *
     * @param recipe of the linear head
     * @param epochs passes of the other one
     */
    Joint(Recipe recipe, int epochs) {
        this(recipe, epochs, CALIBRATION_FOLDS);
    }

    /**
     * Begins.
     *
     * @param leftOut parts of five that are left out to calibrate by: the more, the surer and the slower
     */
    Joint(Recipe recipe, int epochs, int leftOut) {
        this.recipe = recipe;
        this.epochs = epochs;
        this.leftOut = leftOut;
    }

    /** Makes the embedding of each example known. */
    Joint with(List<Example> examples, List<float[]> vectors) {
        for (int i = 0; i < examples.size(); i++) {
            embeddings.put(examples.get(i), vectors.get(i));
        }
        return this;
    }

    /** The heads that were learned from the same examples. */
    record Pair(Head linear, DenseHead dense) {}

    /** Learns both; share, temperature and cuts are of groups that were left out in turn. */
    Pair train(List<Example> examples) {
        List<List<Example>> folds = Folds.of(examples, CALIBRATION_FOLDS);
        List<Example> seen = new ArrayList<>();
        List<Pair> by = new ArrayList<>();
        for (int i = 0; i < leftOut; i++) {
            Pair pair = untuned(Folds.without(folds, i));
            seen.addAll(folds.get(i));
            by.addAll(Collections.nCopies(folds.get(i).size(), pair));
        }
        Pair learned = untuned(examples);
        DenseHead best = learned.dense();
        double least = Double.POSITIVE_INFINITY;
        for (float share : SHARES) {
            Calibration found = Calibration.of(recipe, seen, logits(seen, by, share));
            if (found.loss() < least) {
                least = found.loss();
                best = best.tuned("", share, found.temperature(), found.cuts());
            }
        }
        return new Pair(learned.linear(), best);
    }

    private List<float[]> logits(List<Example> examples, List<Pair> by, float share) {
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            float[] logits = new float[recipe.labels().size()];
            Example example = examples.get(i);
            by.get(i).linear().logits(example.buckets(), example.buckets().length, logits);
            by.get(i).dense().tuned("", share, 1, Cuts.NONE).addLogits(vector(example), logits);
            all.add(logits);
        }
        return all;
    }

    /** Learns the dense head that stands beside a linear one which is there. */
    DenseHead trainBeside(String version, List<Example> examples) {
        DenseHead dense = train(examples).dense();
        return dense.tuned(version, dense.share(), dense.temperature(), dense.cuts());
    }

    private Pair untuned(List<Example> examples) {
        List<float[]> vectors = examples.stream().map(embeddings::get).toList();
        return new Pair(recipe.train(examples, 1, Cuts.NONE), DenseTrainer.train(recipe, examples, vectors, epochs));
    }

    private float[] vector(Example example) {
        float[] vector = embeddings.get(example);
        if (vector == null) {
            throw new IllegalStateException("An example has no embedding");
        }
        return vector;
    }

    /** Judges an example by both. */
    Judged judge(Head linear, DenseHead dense, Example example) {
        float[] values = new float[recipe.labels().size()];
        linear.logits(example.buckets(), example.buckets().length, values);
        dense.probabilities(vector(example), values);
        return Judged.of(example, values, dense.drops(values, example.brandKnown()));
    }

    /** Judges each example by heads that were trained, calibrated and cut without any of its group. */
    List<Judged> judgeUnseen(List<Example> from, List<Example> judged, int folds, IntConsumer progress) {
        List<List<Example>> learned = Folds.of(from, folds);
        List<List<Example>> unseen = Folds.of(judged, folds);
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < learned.size(); i++) {
            Pair pair = train(Folds.without(learned, i));
            unseen.get(i).forEach(example -> all.add(judge(pair.linear(), pair.dense(), example)));
            progress.accept(100 * (i + 1) / learned.size());
        }
        return all;
    }
}
