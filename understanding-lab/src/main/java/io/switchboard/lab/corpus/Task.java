package io.switchboard.lab.corpus;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * What a head learns and from what.
 *
 * @param recipe how it is made
 * @param sources where the texts come from, for the manifest
 * @param texts without doubles and without what it is judged by
 * @param ownTimes how many times an own post counts as much as another text: it is of our kind, but there are few
 */
public record Task(Recipe recipe, List<Source> sources, List<Labelled> texts, int ownTimes) {
    /** How the group of an own post begins. */
    public static final String BRAND = "brand ";

    private static final int PARTS = 50;

    public Task {
        sources = List.copyOf(sources);
        texts = List.copyOf(texts);
    }

    /** Returns the texts as a trainer takes them; near-duplicates are of one group. */
    public List<Example> examples() {
        return examples(learned());
    }

    /** Returns the texts as often as they count. */
    public List<Labelled> learned() {
        List<Labelled> all = new ArrayList<>(texts);
        List<Labelled> own =
                texts.stream().filter(one -> one.group().startsWith(BRAND)).toList();
        for (int time = 1; time < ownTimes; time++) {
            all.addAll(own);
        }
        return all;
    }

    /** Reads texts with the labels of this task. */
    public List<Example> examples(List<Labelled> of) {
        Features features = new Features();
        return of.stream()
                .map(one -> Example.of(one.text(), recipe.labels().indexOf(one.label()), part(one), features))
                .toList();
    }

    /** A brand's posts stay together, so that a brand can be left out. */
    private static String part(Labelled one) {
        if (one.group().startsWith(BRAND)) {
            return one.group();
        }
        return Integer.toString(Math.floorMod(one.bare().hashCode(), PARTS));
    }
}
