package io.switchboard.lab;

import io.switchboard.lab.corpus.Corpora;
import io.switchboard.lab.corpus.Labelled;
import io.switchboard.lab.corpus.Task;
import io.switchboard.lab.corpus.Tasks;
import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseHeadFile;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.linear.Sealed;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Folds;
import io.switchboard.understanding.training.Judged;
import io.switchboard.understanding.training.Recipe;
import io.switchboard.understanding.training.Scores;
import io.switchboard.understanding.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Judges the heads that ship on texts that none of them learned from, and prints how that went beside what is asked for. */
final class Gates {
    private static final int FOLDS = 10;

    private final Corpora corpora;
    private final Tasks tasks;
    private final Path heads;
    private final Embeddings embeddings;
    private final PrintStream out;

    Gates(Corpora corpora, Path heads, Embeddings embeddings, PrintStream out) {
        this.corpora = corpora;
        this.tasks = new Tasks(corpora);
        this.heads = heads;
        this.embeddings = embeddings;
        this.out = out;
    }

    void run() throws IOException {
        out.println(
                "| on texts never learned from | fast judge | both judges | gate | calibration error |\n|---|---|---|---|---|");
        sentiment();
        languages();
        emotions();
        urgency();
        relevance();
        acrossFolds("Banking77, accuracy, 10 parts", corpora.banking(), Scores::accuracy, ".93");
        acrossFolds("complaints, macro F1, handles masked, 10 parts", corpora.complaints(), Scores::macroF1, ".82");
    }

    private void sentiment() throws IOException {
        Task task = tasks.of("sentiment-en");
        both(
                "TweetEval sentiment, macro recall",
                task,
                corpora.tweetEval("sentiment", "val"),
                Scores::macroRecall,
                ".68");
        List<Labelled> airline = corpora.airline();
        both("airlines, never learned from, macro F1", task, airline, Scores::macroF1, ".70");
        worst("airline", task, airline);
        both("own posts, macro F1", task, polarity(), Scores::macroF1, "");
        manyLanguages();
    }

    private static List<Labelled> polarity() {
        return Tasks.posts(Post::polarity).stream()
                .filter(one -> Corpora.SENTIMENTS.contains(one.label()))
                .toList();
    }

    private void worst(String what, Task task, List<Labelled> texts) throws IOException {
        Head head = head(task.recipe().name());
        DenseHead dense = dense(task.recipe().name());
        record One(String group, double score) {}
        List<One> all = new ArrayList<>();
        for (String group : new TreeSet<>(texts.stream().map(Labelled::group).toList())) {
            List<Labelled> some =
                    texts.stream().filter(one -> one.group().equals(group)).toList();
            all.add(new One(group, Scores.macroF1(jointly(task, head, dense, some))));
        }
        One least = all.stream().min(Comparator.comparingDouble(One::score)).orElseThrow();
        out.printf(Locale.ROOT, "| worst %s: %s, macro F1 | | %.3f | | |%n", what, least.group(), least.score());
    }

    /** English is judged by the head that knows it best, as the service does it. */
    private void manyLanguages() throws IOException {
        double sum = 0;
        StringBuilder each = new StringBuilder();
        List<Labelled> val = corpora.umsab("val");
        TreeSet<String> languages =
                new TreeSet<>(val.stream().map(Labelled::group).toList());
        for (String language : languages) {
            Task task = tasks.of(language.equals("en") ? "sentiment-en" : "sentiment");
            List<Labelled> some =
                    val.stream().filter(one -> one.group().equals(language)).toList();
            double f1 = Scores.macroF1(Judged.all(head(task.recipe().name()), task.examples(some)));
            sum += f1;
            each.append(String.format(Locale.ROOT, " %s %.3f", language, f1));
        }
        out.printf(Locale.ROOT, "| UMSAB, mean macro F1 of%s | %.3f | | .58 | |%n", each, sum / languages.size());
    }

    private void languages() throws IOException {
        Task task = tasks.of("language");
        List<Labelled> texts = new ArrayList<>(Tasks.byLanguage(corpora.umsab("val")));
        texts.addAll(Tasks.byLanguage(corpora.afriSenti("dev")));
        fast("language, tweets of UMSAB and AfriSenti, accuracy", task, known(task, texts), Scores::accuracy);
        fast("language, own posts, accuracy", task, known(task, Tasks.posts(Post::language)), Scores::accuracy);
    }

    private static List<Labelled> known(Task task, List<Labelled> texts) {
        return texts.stream()
                .filter(one -> task.recipe().labels().contains(one.label()))
                .toList();
    }

    private void emotions() throws IOException {
        Task task = tasks.of("emotion");
        List<Labelled> comments = Tasks.relabelled(corpora.goEmotions("dev"), Tasks::ekman);
        fast("emotion, GoEmotions, macro F1 of seven", task, known(task, comments), Scores::macroF1);
        fast("emotion, own posts, accuracy", task, known(task, Tasks.posts(Post::emotion)), Scores::accuracy);
    }

    private void urgency() throws IOException {
        Recipe recipe = tasks.of("urgency").recipe();
        List<Example> examples = byBrand(recipe, Tasks.urgencyOfPosts());
        List<Judged> judged = new Training(recipe).judgeUnseen(examples, examples, Progress.of("urgency"));
        row("urgency, own posts, brands never seen, macro F1 of four", judged, List.of(), Scores::macroF1, "");
        row("urgency, the same, accuracy", judged, List.of(), Scores::accuracy, "");
    }

    private static List<Example> byBrand(Recipe recipe, List<Labelled> texts) {
        var features = new io.switchboard.understanding.features.Features();
        return texts.stream()
                .map(one -> Example.of(one.text(), recipe.labels().indexOf(one.label()), one.group(), features))
                .toList();
    }

    private void relevance() throws IOException {
        List<Post> posts = Posts.shipped();
        List<Example> examples = Example.ofRelevance(posts);
        Joint joint = TrainDense.relevance(posts, examples, embeddings);
        Recipe recipe = io.switchboard.understanding.training.Relevance.RECIPE;
        for (boolean known : new boolean[] {true, false}) {
            List<Example> judgedOnes =
                    examples.stream().filter(one -> one.brandKnown() == known).toList();
            List<Judged> fast = new Training(recipe).judgeUnseen(examples, judgedOnes, Progress.of("relevance"));
            List<Judged> both = joint.judgeUnseen(examples, judgedOnes, FOLDS, Progress.of("relevance, both"));
            String what = "relevance, brands never seen, name " + (known ? "known: " : "not known: ");
            row(what + "kept", fast, both, Scores::recall, ".99");
            row(what + "chaff dropped", fast, both, Scores::dropped, ".50");
            row(what + "AUC", fast, both, Scores::auc, "");
            row(what + "accuracy of five", fast, both, Scores::accuracy, "");
        }
    }

    private void acrossFolds(String what, List<Labelled> corpus, ToDoubleFunction<List<Judged>> score, String gate)
            throws IOException {
        List<Labelled> texts = Corpora.without(corpus);
        List<String> labels = new ArrayList<>(
                new TreeSet<>(texts.stream().map(Labelled::label).toList()));
        Task task = new Task(new Recipe(what, labels, 18, 12, false, 1), List.of(), texts);
        List<Example> examples = task.examples();
        Joint joint = new Joint(task.recipe(), 2 * TrainDense.MANY_EPOCHS)
                .with(examples, embeddings.of(texts.stream().map(Labelled::text).toList(), Progress.of("embeddings")));
        List<Judged> fast = new ArrayList<>();
        List<Judged> both = new ArrayList<>();
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        for (int i = 0; i < folds.size(); i++) {
            Joint.Pair pair = joint.untuned(Folds.without(folds, i));
            fast.addAll(Judged.all(pair.linear(), folds.get(i)));
            folds.get(i).forEach(example -> both.add(joint.judge(pair.linear(), pair.dense(), example)));
            Progress.of(what).accept(100 * (i + 1) / folds.size());
        }
        row(what, fast, both, score, gate);
    }

    private void fast(String what, Task task, List<Labelled> texts, ToDoubleFunction<List<Judged>> score)
            throws IOException {
        row(what, Judged.all(head(task.recipe().name()), task.examples(texts)), List.of(), score, "");
    }

    private void both(String what, Task task, List<Labelled> texts, ToDoubleFunction<List<Judged>> score, String gate)
            throws IOException {
        Head head = head(task.recipe().name());
        List<Judged> fast = Judged.all(head, task.examples(texts));
        row(what, fast, jointly(task, head, dense(task.recipe().name()), texts), score, gate);
    }

    private List<Judged> jointly(Task task, Head head, DenseHead dense, List<Labelled> texts) throws IOException {
        List<Example> examples = task.examples(texts);
        Joint joint = new Joint(task.recipe(), 0)
                .with(examples, embeddings.of(texts.stream().map(Labelled::text).toList(), Progress.of("embeddings")));
        return examples.stream()
                .map(example -> joint.judge(head, dense, example))
                .toList();
    }

    private void row(
            String what, List<Judged> fast, List<Judged> both, ToDoubleFunction<List<Judged>> score, String gate) {
        String ofBoth = both.isEmpty() ? "" : Scores.figure(both, score).toString();
        double error = Scores.calibrationError(both.isEmpty() ? fast : both);
        out.printf(
                Locale.ROOT, "| %s | %s | %s | %s | %.3f |%n", what, Scores.figure(fast, score), ofBoth, gate, error);
    }

    private Head head(String name) throws IOException {
        return HeadFile.map(heads.resolve(name + ".head"));
    }

    private DenseHead dense(String name) throws IOException {
        Path file = heads.resolve(name + ".dense");
        DenseHead dense =
                DenseHeadFile.read(ByteBuffer.wrap(Files.readAllBytes(file)), Embedder.MODEL, file.toString());
        String linear = Sealed.version(ByteBuffer.wrap(Files.readAllBytes(heads.resolve(name + ".head"))));
        Sealed.check(
                dense.beside().equals(linear), file.toString(), "stands beside " + dense.beside() + ", not " + linear);
        return dense;
    }
}
