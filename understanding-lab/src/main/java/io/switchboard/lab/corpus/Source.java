package io.switchboard.lab.corpus;

/**
 * Where texts come from.
 *
 * @param name of the corpus
 * @param licence as its publisher states it
 */
public record Source(String name, String licence) {
    static final Source SEMEVAL =
            new Source("SemEval-2017 task 4A, train pool (Rosenthal et al. 2017)", "free for the task's use");
    static final Source UMSAB = new Source("UMSAB, train (Barbieri et al. 2022)", "Apache-2.0, data as upstream");
    static final Source AFRISENTI = new Source("AfriSenti, train (Muhammad et al. 2023)", "CC BY 4.0");
    static final Source GO_EMOTIONS = new Source("GoEmotions, train (Demszky et al. 2020)", "Apache-2.0");
    static final Source XED = new Source("XED (Öhman et al. 2020)", "CC BY 4.0");
    static final Source POSTS = new Source("Switchboard's own posts", "Apache-2.0");
}
