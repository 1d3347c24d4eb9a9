package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.posts.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Posts that a head is held to when it is taught more. A head knows the posts it learned from by heart and would look good
 * on them whatever it is taught; so each part of them is judged by a head that never saw its brands, taught the same.
 *
 * <p>Making one takes some seconds of CPU time. Immutable; any number of threads may share one.
 */
public final class Control {
    private static final int FOLDS = 5;

    private record Part(Head head, List<Example> unseen) {}

    private final List<Part> parts;
    private final float[] known;

    private Control(List<Part> parts, float[] known) {
        this.parts = List.copyOf(parts);
        this.known = known;
    }

    /**
     * Makes the heads that judge.
     *
     * @param like gives them labels, temperature and cuts
     */
    public static Control of(Head like, List<Post> posts) {
        // Corrections are read without knowing the brand.
        List<Example> examples = Example.ofRelevance(posts, false);
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            Head head = Relevance.RECIPE.train(Folds.without(folds, i), like.temperature(), like.cuts());
            parts.add(new Part(head, folds.get(i)));
        }
        return new Control(parts, LinearTrainer.known(examples));
    }

    /** Goes on where a head's training ended, that learned from the posts. */
    Head goOn(Head from, List<Example> examples, Cuts cuts) {
        return LinearTrainer.goOn(from, examples, cuts, known);
    }

    /** Judges every post by a head that did not see it, after {@code taught} made something else of it. */
    List<Judged> judge(UnaryOperator<Head> taught) {
        List<Judged> all = new ArrayList<>();
        for (Part part : parts) {
            all.addAll(Judged.all(taught.apply(part.head()), part.unseen()));
        }
        return all;
    }
}
