package io.switchboard.lab.peers;

import io.switchboard.lab.corpus.Corpora;
import io.switchboard.lab.corpus.Labelled;
import io.switchboard.lab.corpus.Task;
import io.switchboard.lab.corpus.Tasks;
import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseHeadFile;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Judged;
import io.switchboard.understanding.training.Scores;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Prints how judges of English sentiment do, those that others publish and ours, on texts that none of them learned from. */
public final class Peers {
    private static final Path INSTALLED = Path.of("understanding-lab/target/peers");

    /** In so many parts brands are left out. */
    private static final int PARTS = 5;

    /** Teaches a judge some of the texts. */
    @FunctionalInterface
    private interface Teacher {
        Peer by(Predicate<Labelled> some) throws IOException;
    }

    private record Row(Peer peer, Teacher taught) {
        /** One that never learns from own posts. */
        static Row of(Peer peer) {
            return new Row(peer, _ -> peer);
        }
    }

    private final Corpora corpora;
    private final Path heads;
    private final Vectors vectors;
    private final int epochs;
    private final PrintStream out;

    /**
     * Begins.
     *
     * @param heads folder of ours
     * @param epochs passes of the logistic head over what it learns from
     */
    public Peers(Corpora corpora, Path heads, Vectors vectors, int epochs, PrintStream out) {
        this.corpora = corpora;
        this.heads = heads;
        this.vectors = vectors;
        this.epochs = epochs;
        this.out = out;
    }

    /** Prints the table. */
    public void run() throws IOException {
        Task task = new Tasks(corpora).of("sentiment-en");
        List<Labelled> tweets = corpora.tweetEval("sentiment", "val");
        List<Labelled> airline = corpora.airline();
        List<Labelled> posts = polarity();
        List<String> timed = Posts.shipped().stream().map(Post::text).toList();
        out.printf(
                Locale.ROOT,
                "| | TweetEval sentiment, %,d texts: macro recall | airlines, %,d: macro F1 | accuracy | own posts, %,d: macro F1 "
                        + "| texts a CPU second |%n|---|---|---|---|---|---|%n",
                tweets.size(),
                airline.size(),
                posts.size());
        for (Row row : rows(task)) {
            Peer peer = row.peer();
            List<Judged> ofAirline = judged(task, peer, airline);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f | %,.0f |%n",
                    peer.name(),
                    Scores.macroRecall(judged(task, peer, tweets)),
                    Scores.macroF1(ofAirline),
                    Scores.accuracy(ofAirline),
                    Scores.macroF1(ofPosts(task, row, posts)),
                    peer.perCpuSecond(timed));
        }
    }

    /** Returns our own posts that are one of the sentiments, not mixed. */
    private static List<Labelled> polarity() {
        return Tasks.posts(Post::polarity).stream()
                .filter(one -> Corpora.SENTIMENTS.contains(one.label()))
                .toList();
    }

    private List<Row> rows(Task task) throws IOException {
        Taught taught = new Taught(task, vectors, epochs);
        FastPeer fast = new FastPeer(HeadFile.map(heads.resolve("sentiment-en.head")));
        Path file = heads.resolve("sentiment-en.dense");
        DenseHead dense =
                DenseHeadFile.read(ByteBuffer.wrap(Files.readAllBytes(file)), Embedder.MODEL, file.toString());
        return List.of(
                Row.of(new NodePeer("VADER", "vader", INSTALLED)),
                Row.of(new NodePeer("AFINN", "afinn", INSTALLED)),
                new Row(fast, taught::fast),
                Row.of(taught.logistic()),
                new Row(EmbeddingPeer.beside(fast, dense, vectors), some -> taught.both(some, dense.share())));
    }

    /** Judges own posts; a judge that learns from them has not seen the brand that it judges. */
    private static List<Judged> ofPosts(Task task, Row row, List<Labelled> posts) throws IOException {
        List<Judged> all = new ArrayList<>();
        List<String> brands =
                posts.stream().map(Labelled::group).distinct().sorted().toList();
        for (int i = 0; i < PARTS; i++) {
            int part = i;
            // What is of no brand is at -1, and never unseen.
            Predicate<Labelled> unseen = one -> brands.indexOf(one.group()) % PARTS == part;
            Peer peer = row.taught().by(unseen.negate());
            all.addAll(judged(task, peer, posts.stream().filter(unseen).toList()));
        }
        return all;
    }

    private static List<Judged> judged(Task task, Peer peer, List<Labelled> texts) throws IOException {
        List<Example> examples = task.examples(texts);
        List<float[]> said = peer.judge(texts.stream().map(Labelled::text).toList());
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            all.add(Judged.of(examples.get(i), said.get(i), false));
        }
        return all;
    }
}
