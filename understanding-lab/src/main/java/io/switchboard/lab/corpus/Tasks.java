package io.switchboard.lab.corpus;

import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import io.switchboard.understanding.training.Recipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The tasks whose heads ship, but for relevance: what each learns from. */
public final class Tasks {
    /** What an emotion is one of: Ekman's six and none. */
    public static final List<String> EMOTIONS =
            List.of("none", "anger", "disgust", "fear", "joy", "sadness", "surprise");

    /** What a language is one of, as ISO 639-1 codes. */
    public static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fi", "fr", "ha", "hi", "it", "pt", "sw");

    /** How soon a text needs an answer. */
    public static final List<String> URGENCIES = List.of("whenever", "days", "today", "now");

    /** The names of the tasks. */
    public static final List<String> NAMES = List.of("sentiment-en", "sentiment", "emotion", "language", "urgency");

    /** Emotions of the corpora by the one that they are a kind of, as the authors of GoEmotions put them; joy has the rest. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "none", Set.of("neutral"),
            "anger", Set.of("anger", "annoyance", "disapproval"),
            "disgust", Set.of("disgust"),
            "fear", Set.of("fear", "nervousness"),
            "sadness", Set.of("sadness", "disappointment", "embarrassment", "grief", "remorse"),
            "surprise", Set.of("surprise", "realization", "confusion", "curiosity"),
            "", Set.of("anticipation", "trust"));

    private final Corpora corpora;

    public Tasks(Corpora corpora) {
        this.corpora = corpora;
    }

    /**
     * Returns a task.
     *
     * @throws IOException when a corpus that it needs is missing or not as expected; says which
     */
    public Task of(String name) throws IOException {
        return switch (name) {
            case "sentiment-en" -> sentimentEnglish();
            case "sentiment" -> sentiment();
            case "emotion" -> emotion();
            case "language" -> language();
            case "urgency" -> urgency();
            default -> throw new IllegalArgumentException("There is no head " + name + "; there are " + NAMES);
        };
    }

    private Task sentimentEnglish() throws IOException {
        return new Task(
                Recipe.of("sentiment-en", Corpora.SENTIMENTS, 18, 5),
                List.of(Source.SEMEVAL),
                Corpora.without(corpora.semeval(), corpora.tweetEval("sentiment", "val"), corpora.umsab("val")));
    }

    /** English has a head of its own: it has many times the texts, and they would drown the others. */
    private Task sentiment() throws IOException {
        List<Labelled> others = corpora.umsab("train").stream()
                .filter(one -> !one.group().equals("en"))
                .toList();
        return new Task(
                Recipe.of("sentiment", Corpora.SENTIMENTS, 18, 5),
                List.of(Source.UMSAB),
                Corpora.without(others, corpora.umsab("val")));
    }

    private Task emotion() throws IOException {
        List<Labelled> all = new ArrayList<>(relabelled(corpora.goEmotions("train"), Tasks::ekman));
        all.addAll(relabelled(corpora.xed(), Tasks::ekman).stream()
                .filter(one -> !one.label().isEmpty())
                .toList());
        return new Task(
                Recipe.of("emotion", EMOTIONS, 18, 5),
                List.of(Source.GO_EMOTIONS, Source.XED),
                Corpora.without(all, corpora.goEmotions("dev"), corpora.tweetEval("emotion", "val")));
    }

    /** Returns an emotion of one of the corpora as one of {@link #EMOTIONS}, empty when it is none of them. */
    public static String ekman(String emotion) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(emotion))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("joy");
    }

    private Task language() throws IOException {
        List<Labelled> all = new ArrayList<>(byLanguage(corpora.umsab("train")));
        all.addAll(byLanguage(corpora.afriSenti("train")));
        all.addAll(corpora.xedLanguages());
        List<Labelled> known =
                all.stream().filter(one -> LANGUAGES.contains(one.label())).toList();
        return new Task(
                Recipe.of("language", LANGUAGES, 16, 3),
                List.of(Source.UMSAB, Source.AFRISENTI, Source.XED),
                Corpora.without(known, corpora.umsab("val"), corpora.afriSenti("dev")));
    }

    /** Returns texts with their language as label; Moroccan Arabic is Arabic. */
    public static List<Labelled> byLanguage(List<Labelled> texts) {
        return texts.stream()
                .map(one -> new Labelled(one.text(), one.group().equals("ary") ? "ar" : one.group(), one.group()))
                .toList();
    }

    private static Task urgency() {
        return new Task(new Recipe("urgency", URGENCIES, 16, 12, false, 1), List.of(Source.POSTS), urgencyOfPosts());
    }

    /** Returns the project's own posts with their urgency; the group is the brand. */
    public static List<Labelled> urgencyOfPosts() {
        return posts(post -> URGENCIES.get(post.urgency()));
    }

    /** Returns the project's own posts with a label of theirs; the group is the brand. */
    public static List<Labelled> posts(Function<Post, String> label) {
        return Posts.shipped().stream()
                .map(post -> new Labelled(post.text(), label.apply(post), post.brand()))
                .toList();
    }

    /** Returns texts with other labels. */
    public static List<Labelled> relabelled(List<Labelled> texts, Function<String, String> label) {
        return texts.stream()
                .map(one -> new Labelled(one.text(), label.apply(one.label()), one.group()))
                .toList();
    }
}
