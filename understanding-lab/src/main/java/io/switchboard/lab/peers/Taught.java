package io.switchboard.lab.peers;

import io.switchboard.lab.corpus.Labelled;
import io.switchboard.lab.corpus.Task;
import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseTrainer;
import io.switchboard.understanding.linear.Cuts;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Teaches judges a part of what ours learned, so that they can be judged by the rest. */
final class Taught {
    private final Task task;
    private final Vectors vectors;
    private final int epochs;

    /**
     * Begins.
     *
     * @param task what ours learned
     * @param epochs passes over embeddings
     */
    Taught(Task task, Vectors vectors, int epochs) {
        this.task = task;
        this.vectors = vectors;
        this.epochs = epochs;
    }

    /** Returns the fast judge that learned from some of the texts. */
    FastPeer fast(Predicate<Labelled> some) {
        return new FastPeer(task.recipe().train(only(some).examples(), 1, Cuts.NONE));
    }

    /** Returns both judges that learned from some of the texts, the fast one's share as it ships. */
    EmbeddingPeer both(Predicate<Labelled> some, float share) throws IOException {
        return EmbeddingPeer.beside(fast(some), dense(some).tuned("", share, 1, Cuts.NONE), vectors);
    }

    /** Returns the logistic head alone that learned from what is not ours. */
    EmbeddingPeer logistic() throws IOException {
        Task part = only(one -> !isOwn(one));
        return EmbeddingPeer.alone(
                LogisticRegression.train(part.recipe(), part.examples(), embeddings(part), epochs), vectors);
    }

    private DenseHead dense(Predicate<Labelled> some) throws IOException {
        Task part = only(some);
        return DenseTrainer.train(part.recipe(), part.examples(), embeddings(part), epochs);
    }

    private List<float[]> embeddings(Task part) throws IOException {
        return vectors.of(part.learned().stream().map(Labelled::text).toList());
    }

    private Task only(Predicate<Labelled> some) {
        return new Task(
                task.recipe(),
                task.sources(),
                task.texts().stream().filter(some).toList(),
                task.ownTimes());
    }

    private static boolean isOwn(Labelled one) {
        return one.group().startsWith(Task.BRAND);
    }
}
