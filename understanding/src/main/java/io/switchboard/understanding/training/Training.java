package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Makes a head by a recipe and measures how it will do. */
public final class Training {
    private static final int FOLDS = 10;

    private final Recipe recipe;

    public Training(Recipe recipe) {
        this.recipe = recipe;
    }

    /** Learns from all examples; temperature and cuts are of groups that were left out in turn. */
    public Head train(List<Example> examples) {
        Calibration found = Calibration.of(recipe, examples);
        return recipe.train(examples, found.temperature(), found.cuts());
    }

    /**
     * Judges examples by heads that were trained, calibrated and cut without any example of their group.
     *
     * @param from what is learned from
     * @param judged of the same groups
     */
    public List<Judged> judgeUnseen(List<Example> from, List<Example> judged, IntConsumer progress) {
        List<List<Example>> folds = Folds.of(from, FOLDS);
        List<List<Example>> unseen = Folds.of(judged, FOLDS);
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            all.addAll(Judged.all(train(Folds.without(folds, i)), unseen.get(i)));
            progress.accept(100 * (i + 1) / folds.size());
        }
        return all;
    }
}
