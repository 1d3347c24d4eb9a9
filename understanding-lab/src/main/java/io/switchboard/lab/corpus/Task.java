package io.switchboard.lab.corpus;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Recipe;
import java.util.List;

/**
 * What a head learns and from what.
 *
 * @param recipe how it is made
 * @param sources where the texts come from, for the manifest
 * @param texts without doubles and without what it is judged by
 */
public record Task(Recipe recipe, List<Source> sources, List<Labelled> texts) {
    private static final int PARTS = 50;

    public Task {
        sources = List.copyOf(sources);
        texts = List.copyOf(texts);
    }

    /** Returns the texts as a trainer takes them; near-duplicates are of one group. */
    public List<Example> examples() {
        return examples(texts);
    }

    /** Reads texts with the labels of this task. */
    public List<Example> examples(List<Labelled> of) {
        Features features = new Features();
        return of.stream()
                .map(one -> Example.of(one.text(), recipe.labels().indexOf(one.label()), part(one), features))
                .toList();
    }

    private static String part(Labelled one) {
        return Integer.toString(Math.floorMod(one.bare().hashCode(), PARTS));
    }
}
