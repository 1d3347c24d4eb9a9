package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Makes a head and measures how it will do.
 *
 * @param name of the head
 * @param labels of which the last one may be dropped
 * @param recall share of all others that the cut is to keep
 */
record Training(String name, List<String> labels, double recall) {
    private static final int FOLDS = 10;

    /** Learns from all examples; temperature and cut are of groups that were left out in turn. */
    Head train(List<Example> examples) {
        Calibration found = Calibration.of(name, labels, examples, recall);
        return LinearTrainer.train(name, labels, examples, found.temperature(), found.cut());
    }

    /** Judges each example by a head that was trained, calibrated and cut without any example of its group. */
    List<Judged> judgeUnseen(List<Example> examples, IntConsumer progress) {
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            Head head = train(Folds.without(folds, i));
            for (Example example : folds.get(i)) {
                all.add(Judged.of(head, example));
            }
            progress.accept(100 * (i + 1) / folds.size());
        }
        return all;
    }
}
