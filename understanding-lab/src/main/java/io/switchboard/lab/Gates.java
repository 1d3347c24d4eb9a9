package io.switchboard.lab;

import io.switchboard.lab.corpus.Corpora;
import io.switchboard.lab.corpus.Labelled;
import io.switchboard.lab.corpus.Task;
import io.switchboard.lab.corpus.Tasks;
import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseHeadFile;
import io.switchboard.understanding.features.Brands;
import io.switchboard.understanding.linear.Cuts;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        ownPosts("feelings in English", task, Scores::macroF1);
        ownPosts("feelings in other languages", tasks.of("sentiment"), Scores::macroF1);
        manyLanguages();
    }

    /** Judges own posts by heads that learned from everything but the brands that they judge. */
    private void ownPosts(String what, Task task, ToDoubleFunction<List<Judged>> score) throws IOException {
        float temperature = head(task.recipe().name()).temperature();
        List<List<Example>> folds = Folds.of(task.examples(), FOLDS / 2);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            Head head = task.recipe().train(Folds.without(folds, i), temperature, Cuts.NONE);
            judged.addAll(Judged.all(
                    head,
                    folds.get(i).stream()
                            .filter(example -> example.group().startsWith(Task.BRAND))
                            .toList()));
            Progress.of(what).accept(100 * (i + 1) / folds.size());
        }
        row("own posts, brands never seen: " + what + ", macro F1", judged, List.of(), score, "");
        row("own posts, brands never seen: " + what + ", accuracy", judged, List.of(), Scores::accuracy, "");
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
        double sumOfBoth = 0;
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
            sumOfBoth += language.equals("en") ? bothInEnglish(task, some) : f1;
            each.append(String.format(Locale.ROOT, " %s %.3f", language, f1));
        }
        out.printf(
                Locale.ROOT,
                "| UMSAB, mean macro F1 of%s | %.3f | %.3f | .58 | |%n",
                each,
                sum / languages.size(),
                sumOfBoth / languages.size());
    }

    private double bothInEnglish(Task task, List<Labelled> texts) throws IOException {
        String name = task.recipe().name();
        return Scores.macroF1(jointly(task, head(name), dense(name), texts));
    }

    private void languages() throws IOException {
        Task task = tasks.of("language");
        List<Labelled> texts = new ArrayList<>(Tasks.byLanguage(corpora.umsab("val")));
        texts.addAll(Tasks.byLanguage(corpora.afriSenti("dev")));
        fast("language, tweets of UMSAB and AfriSenti, accuracy", task, known(task, texts), Scores::accuracy);
        ownPosts("language", task, Scores::macroF1);
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
        ownPosts("emotion", task, Scores::macroF1);
    }

    private void urgency() throws IOException {
        ownPosts("urgency", tasks.of("urgency"), Scores::macroF1);
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
            Set<Example> named = naming(posts, examples);
            List<Judged> fastNamed = among(named, fast);
            List<Judged> bothNamed = among(named, both);
            row("of those that name it: kept", fastNamed, bothNamed, Scores::recall, ".99");
            row("of those that name it: chaff dropped", fastNamed, bothNamed, Scores::dropped, ".50");
            row("of those that name it: AUC", fastNamed, bothNamed, Scores::auc, "");
        }
    }

    /** Most chaff names the brand, and half of the rest does: whether it is named must not be what decides. */
    private static Set<Example> naming(List<Post> posts, List<Example> examples) {
        Set<Example> naming = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < examples.size(); i++) {
            Post post = posts.get(i % posts.size());
            if (Brands.of(List.of(post.brand())).in(post.text())) {
                naming.add(examples.get(i));
            }
        }
        return naming;
    }

    private static List<Judged> among(Set<Example> some, List<Judged> judged) {
        return judged.stream().filter(one -> some.contains(one.example())).toList();
    }

    private void acrossFolds(String what, List<Labelled> corpus, ToDoubleFunction<List<Judged>> score, String gate)
            throws IOException {
        List<Labelled> texts = Corpora.without(corpus);
        List<String> labels = new ArrayList<>(
                new TreeSet<>(texts.stream().map(Labelled::label).toList()));
        Task task = new Task(new Recipe(what, labels, 18, 12, false, 1), List.of(), texts, 1);
        List<Example> examples = task.examples();
        Joint joint = new Joint(task.recipe(), 2 * TrainDense.MANY_EPOCHS, 1)
                .with(examples, embeddings.of(texts.stream().map(Labelled::text).toList(), Progress.of("embeddings")));
        List<Judged> fast = new ArrayList<>();
        List<Judged> both = new ArrayList<>();
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        for (int i = 0; i < folds.size(); i++) {
            Joint.Pair pair = joint.train(Folds.without(folds, i));
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
