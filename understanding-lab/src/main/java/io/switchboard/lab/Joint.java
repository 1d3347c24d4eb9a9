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

    private final Recipe recipe;
    private final int epochs;
    private final Map<Example, float[]> embeddings = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * Begins.
     *
     * @param recipe of the linear head
     * @param epochs passes of the other one
     */
    Joint(Recipe recipe, int epochs) {
        this.recipe = recipe;
        this.epochs = epochs;
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

    /** Learns both; temperature and cuts are of groups that were left out in turn. */
    Pair train(List<Example> examples) {
        List<Example> seen = new ArrayList<>();
        List<float[]> logits = new ArrayList<>();
        List<List<Example>> folds = Folds.of(examples, CALIBRATION_FOLDS);
        for (int i = 0; i < folds.size(); i++) {
            Pair pair = untuned(Folds.without(folds, i));
            for (Example example : folds.get(i)) {
                seen.add(example);
                logits.add(logits(pair, example));
            }
        }
        Calibration found = Calibration.of(recipe, seen, logits);
        return tuned(untuned(examples), found, "");
    }

    /** Learns the dense head that stands beside a linear one which is there. */
    DenseHead trainBeside(String version, List<Example> examples) {
        Pair pair = train(examples);
        return tuned(
                        pair,
                        new Calibration(pair.dense().temperature(), pair.dense().cuts()),
                        version)
                .dense();
    }

    /** Learns both, and no temperature or cuts. */
    Pair untuned(List<Example> examples) {
        List<float[]> vectors = examples.stream().map(embeddings::get).toList();
        return new Pair(recipe.train(examples, 1, Cuts.NONE), DenseTrainer.train(recipe, examples, vectors, epochs));
    }

    private static Pair tuned(Pair pair, Calibration by, String beside) {
        return new Pair(pair.linear(), pair.dense().tuned(beside, by.temperature(), by.cuts()));
    }

    private float[] logits(Pair pair, Example example) {
        float[] logits = new float[recipe.labels().size()];
        pair.linear().logits(example.buckets(), example.buckets().length, logits);
        pair.dense().addLogits(vector(example), logits);
        return logits;
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
