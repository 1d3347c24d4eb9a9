package io.switchboard.understanding.dense;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Priors;
import io.switchboard.understanding.training.Recipe;
import java.util.List;

/** Learns a head over embeddings: the mean of two networks, since one is a matter of luck. */
public final class DenseTrainer {
    private static final int UNITS = 128;
    private static final long SEED = 20_260_101;

    private DenseTrainer() {}

    /**
     * Learns a head that is not calibrated yet. The same examples in the same order give the same head to the bit.
     *
     * @param recipe of the linear head that it will stand beside
     * @param embeddings one for each example, all of one length
     * @param epochs passes over the examples
     */
    public static DenseHead train(Recipe recipe, List<Example> examples, List<float[]> embeddings, int epochs) {
        int[] labels = examples.stream().mapToInt(Example::label).toArray();
        Network network = train(recipe, embeddings, labels, epochs, SEED)
                .with(train(recipe, embeddings, labels, epochs, SEED + 1));
        if (recipe.flat()) {
            Priors.divideOut(examples, network.biases());
        }
        return new DenseHead(recipe.name(), recipe.labels(), "", 1, network, 1, Cuts.NONE);
    }

    private static Network train(Recipe recipe, List<float[]> embeddings, int[] labels, int epochs, long seed) {
        return new NetworkTrainer(
                        embeddings.getFirst().length, UNITS, recipe.labels().size(), seed)
                .learn(embeddings, labels, epochs);
    }
}
