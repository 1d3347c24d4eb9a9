package io.switchboard.understanding.training;

import java.util.List;

/** How frequent each label is. */
public final class Priors {
    private Priors() {}

    /** Returns the share of each of {@code many} labels, above 0 also where there is none. */
    static double[] of(List<Example> examples, int many) {
        double[] priors = new double[many];
        for (int k = 0; k < many; k++) {
            priors[k] = 1;
        }
        for (Example example : examples) {
            priors[example.label()]++;
        }
        for (int k = 0; k < many; k++) {
            priors[k] /= examples.size() + many;
        }
        return priors;
    }

    /** Makes a head judge as if each label were as frequent as the others: how frequent they were here says nothing of elsewhere. */
    public static void divideOut(List<Example> examples, float[] biases) {
        double[] priors = of(examples, biases.length);
        for (int k = 0; k < biases.length; k++) {
            biases[k] -= (float) StrictMath.log(priors[k]);
        }
    }
}
