package io.switchboard.understanding.training;

import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The head that tells what needs an answer from what does not. */
public final class Relevance {
    /** What the cuts are chosen for, on brands that were left out; of one brand it may be less. */
    private static final double RECALL = 0.99;

    /** How frequent chaff is in a feed is the same for all brands as far as we know: it is not divided out. */
    public static final Recipe RECIPE = new Recipe("relevance", Posts.RELEVANCE, 18, 12, false, RECALL);

    private static final Training TRAINING = new Training(RECIPE);
    private static final int FEWEST = 20;

    private Relevance() {}

    /**
     * Learns from labelled posts and writes the head.
     *
     * @param posts folder of {@code .tsv} files as {@code open-data/GUIDE.md} describes them
     * @throws IOException when posts can't be read or the head not written
     */
    public static void train(Path posts, Path file, PrintStream out) throws IOException {
        List<Example> examples = Example.ofRelevance(Posts.read(posts));
        Head head = TRAINING.train(examples);
        HeadFile.write(head, file);
        out.printf(
                Locale.ROOT,
                "%s: learned from %,d posts, drops from %.3f on, from %.3f on where the brand is not known%n",
                file,
                examples.size() / 2,
                head.cuts().known(),
                head.cuts().blind());
    }

    /**
     * Judges every post by a head that never saw its brand, and prints how that went.
     *
     * @throws IOException when posts can't be read
     */
    public static void evaluate(Path posts, PrintStream out) throws IOException {
        List<Post> all = Posts.read(posts);
        out.printf(Locale.ROOT, "%,d posts, each judged by a head that never saw its brand%n", all.size());
        for (boolean brandKnown : new boolean[] {true, false}) {
            List<Judged> judged = TRAINING.judgeUnseen(
                    Example.ofRelevance(all),
                    Example.ofRelevance(all, brandKnown),
                    percent -> System.err.printf("\rjudged %d %%", percent));
            System.err.println();
            out.println("\n| the judge " + (brandKnown ? "knows" : "does not know")
                    + " the brand's name | value (95 % interval over brands) |\n|---|---|");
            print(out, judged);
        }
    }

    private static void print(PrintStream out, List<Judged> judged) {
        print(out, "share of relevant posts that are kept", Scores.figure(judged, Scores::recall));
        print(out, "share of chaff that is dropped", Scores.figure(judged, Scores::dropped));
        print(out, "AUC of chaff", Scores.figure(judged, Scores::auc));
        print(out, "accuracy over five labels", Scores.figure(judged, Scores::accuracy));
        print(out, "macro F1 over five labels", Scores.figure(judged, Scores::macroF1));
        print(out, "expected calibration error", Scores.figure(judged, Scores::calibrationError));
        worst(out, judged);
    }

    private static void print(PrintStream out, String what, Figure figure) {
        out.println("| " + what + " | " + figure + " |");
    }

    private static void worst(PrintStream out, List<Judged> judged) {
        Map.Entry<String, List<Judged>> worst = Scores.byGroup(judged).entrySet().stream()
                .filter(group -> group.getValue().size() >= FEWEST)
                .min(Comparator.comparingDouble(group -> Scores.recall(group.getValue())))
                .orElseThrow(() -> new IllegalArgumentException("No brand has " + FEWEST + " posts"));
        out.printf(
                Locale.ROOT,
                "%nworst brand: %s, %.3f kept, %.3f of its chaff dropped%n",
                worst.getKey(),
                Scores.recall(worst.getValue()),
                Scores.dropped(worst.getValue()));
    }
}
