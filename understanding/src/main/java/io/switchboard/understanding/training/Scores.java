package io.switchboard.understanding.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What is measured of judgements. Shares are 0 to 1. */
public final class Scores {
    private static final int SAMPLES = 1_000;
    private static final long SEED = 7;
    private static final int BINS = 10;

    private Scores() {}

    /** Returns a figure with its interval. */
    public static Figure figure(List<Judged> judged, ToDoubleFunction<List<Judged>> score) {
        List<List<Judged>> groups = new ArrayList<>(byGroup(judged).values());
        Random random = new Random(SEED);
        double[] samples = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            List<Judged> drawn = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                drawn.addAll(groups.get(random.nextInt(groups.size())));
            }
            samples[i] = score.applyAsDouble(drawn);
        }
        java.util.Arrays.sort(samples);
        return new Figure(
                score.applyAsDouble(judged), samples[(int) (SAMPLES * .025)], samples[(int) (SAMPLES * .975)]);
    }

    static Map<String, List<Judged>> byGroup(List<Judged> judged) {
        Map<String, List<Judged>> groups = new TreeMap<>();
        for (Judged one : judged) {
            groups.computeIfAbsent(one.example().group(), _ -> new ArrayList<>())
                    .add(one);
        }
        return groups;
    }

    /** Share of those that are not of the last label and are not dropped. */
    public static double recall(List<Judged> judged) {
        return share(judged.stream().filter(one -> !one.isLast()).toList(), one -> !one.dropped());
    }

    /** Share of those of the last label that are dropped. */
    public static double dropped(List<Judged> judged) {
        return share(judged.stream().filter(Judged::isLast).toList(), Judged::dropped);
    }

    /** Share of those of which the likeliest label is right. */
    public static double accuracy(List<Judged> judged) {
        return share(judged, one -> one.best() == one.example().label());
    }

    private static double share(List<Judged> of, java.util.function.Predicate<Judged> which) {
        return of.isEmpty() ? Double.NaN : (double) of.stream().filter(which).count() / of.size();
    }

    /** Mean over the labels of the share of a label's texts that are found. */
    public static double macroRecall(List<Judged> judged) {
        int many = judged.getFirst().labels();
        double sum = 0;
        for (int k = 0; k < many; k++) {
            int label = k;
            sum += share(
                    judged.stream()
                            .filter(one -> one.example().label() == label)
                            .toList(),
                    one -> one.best() == label);
        }
        return sum / many;
    }

    /** Mean over the labels of the harmonic mean of precision and recall. */
    public static double macroF1(List<Judged> judged) {
        int many = judged.getFirst().labels();
        double sum = 0;
        for (int k = 0; k < many; k++) {
            sum += f1(judged, k);
        }
        return sum / many;
    }

    private static double f1(List<Judged> judged, int label) {
        long right = 0;
        long said = 0;
        long are = 0;
        for (Judged one : judged) {
            right += one.best() == label && one.example().label() == label ? 1 : 0;
            said += one.best() == label ? 1 : 0;
            are += one.example().label() == label ? 1 : 0;
        }
        return said + are == 0 ? 0 : 2.0 * right / (said + are);
    }

    /** The chance that one of the last label has more of its probability than one of another label. */
    public static double auc(List<Judged> judged) {
        List<Judged> sorted = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::ofLast))
                .toList();
        double others = 0;
        double before = 0;
        for (Judged one : sorted) {
            if (one.isLast()) {
                before += others;
            } else {
                others++;
            }
        }
        return before / (others * (judged.size() - others));
    }

    /** Expected calibration error of the likeliest label, in ten bins. */
    public static double calibrationError(List<Judged> judged) {
        double[] sure = new double[BINS];
        double[] right = new double[BINS];
        for (Judged one : judged) {
            float p = one.probability(one.best());
            int bin = Math.min(BINS - 1, (int) (p * BINS));
            sure[bin] += p;
            right[bin] += one.best() == one.example().label() ? 1 : 0;
        }
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(sure[i] - right[i]);
        }
        return error / judged.size();
    }
}
