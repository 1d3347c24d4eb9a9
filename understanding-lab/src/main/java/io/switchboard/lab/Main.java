package io.switchboard.lab;

import io.switchboard.lab.bench.Bench;
import io.switchboard.lab.corpus.Corpora;
import io.switchboard.lab.corpus.Tasks;
import io.switchboard.lab.peers.Peers;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.linear.Reasons;
import io.switchboard.understanding.training.Relevance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The commands of {@code understanding/run}. */
final class Main {
    private static final int WORDS = 5;
    private static final Path EMBEDDINGS = Path.of("understanding-lab/target/embeddings.bin");

    private Main() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (IOException | IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private static void run(String[] arguments) throws IOException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "train" -> train(argument(arguments, 1), path(arguments, 2), path(arguments, 3));
            case "dense" -> dense(argument(arguments, 1), path(arguments, 2), path(arguments, 3));
            case "gates" ->
                new Gates(new Corpora(path(arguments, 1)), path(arguments, 2), Embeddings.open(EMBEDDINGS), System.out)
                        .run();
            case "evaluate" -> Relevance.evaluate(path(arguments, 1), System.out);
            case "peers" -> peers(new Corpora(path(arguments, 1)), path(arguments, 2));
            case "bench" -> Bench.run(path(arguments, 1), System.out);
            case "judge" -> judge(HeadFile.map(path(arguments, 1)), argument(arguments, 2));
            case "speed" -> Speed.measure(path(arguments, 1), path(arguments, 2), System.out);
            default ->
                throw new IllegalArgumentException(
                        "Say train, evaluate, judge or speed; understanding/run alone says more");
        }
    }

    private static void train(String head, Path data, Path folder) throws IOException {
        if (head.equals("relevance")) {
            Relevance.train(data, folder.resolve("relevance.head"), System.out);
        } else {
            TrainHead.run(new Tasks(new Corpora(data)).of(head), folder, System.out);
        }
    }

    private static void dense(String head, Path data, Path folder) throws IOException {
        Embeddings embeddings = Embeddings.open(EMBEDDINGS);
        if (head.equals("relevance")) {
            TrainDense.relevance(embeddings, folder, System.out);
        } else {
            TrainDense.run(new Tasks(new Corpora(data)).of(head), embeddings, folder, System.out);
        }
    }

    private static void peers(Corpora corpora, Path heads) throws IOException {
        Embeddings embeddings = Embeddings.open(EMBEDDINGS);
        new Peers(
                        corpora,
                        heads,
                        texts -> embeddings.of(texts, Progress.of("embeddings")),
                        TrainDense.FEW_EPOCHS,
                        System.out)
                .run();
    }

    private static void judge(Head head, String text) {
        Features features = new Features();
        features.read(text);
        float[] probabilities = new float[head.labels().size()];
        head.probabilities(features, probabilities);
        for (int k = 0; k < probabilities.length; k++) {
            System.out.printf(Locale.ROOT, "%-10s %.3f%n", head.labels().get(k), probabilities[k]);
        }
        int best = Head.likeliest(probabilities, probabilities.length);
        System.out.println(head.drops(probabilities, false) ? "would be dropped" : "is kept");
        System.out.println("for " + head.labels().get(best) + " speak: "
                + String.join(" ", Reasons.of(head, features, best, WORDS)));
    }

    private static Path path(String[] arguments, int at) {
        return Path.of(argument(arguments, at));
    }

    private static String argument(String[] arguments, int at) {
        if (arguments.length <= at) {
            throw new IllegalArgumentException("Something is missing; understanding/run alone says what is expected");
        }
        return arguments[at];
    }
}
