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
import java.util.function.Predicate;

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
                List.of(Source.SEMEVAL, Source.POSTS),
                Corpora.without(
                        joined(
                                corpora.semeval(),
                                feelings(post -> post.language().equals("en"))),
                        corpora.tweetEval("sentiment", "val"),
                        corpora.umsab("val")),
                3);
    }

    /** English has a head of its own: it has many times the texts, and they would drown the others. */
    private Task sentiment() throws IOException {
        List<Labelled> others = joined(
                corpora.umsab("train").stream()
                        .filter(one -> !one.group().equals("en"))
                        .toList(),
                feelings(post -> !post.language().equals("en")));
        return new Task(
                Recipe.of("sentiment", Corpora.SENTIMENTS, 18, 5).gently(),
                List.of(Source.UMSAB, Source.POSTS),
                Corpora.without(others, corpora.umsab("val")),
                1);
    }

    private Task emotion() throws IOException {
        List<Labelled> films = relabelled(corpora.xed(), Tasks::ekman).stream()
                .filter(one -> !one.label().isEmpty())
                .toList();
        List<Labelled> all = joined(relabelled(corpora.goEmotions("train"), Tasks::ekman), films, posts(Post::emotion));
        return new Task(
                new Recipe("emotion", EMOTIONS, 18, 5, false, 1),
                List.of(Source.GO_EMOTIONS, Source.XED, Source.POSTS),
                Corpora.without(all, corpora.goEmotions("dev"), corpora.tweetEval("emotion", "val")),
                6);
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
        List<Labelled> all = joined(
                byLanguage(corpora.umsab("train")),
                byLanguage(corpora.afriSenti("train")),
                corpora.xedLanguages(),
                byLanguage(corpora.goEmotions("train")),
                posts(Post::language));
        List<Labelled> known =
                all.stream().filter(one -> LANGUAGES.contains(one.label())).toList();
        return new Task(
                Recipe.of("language", LANGUAGES, 16, 3),
                List.of(Source.UMSAB, Source.AFRISENTI, Source.XED, Source.GO_EMOTIONS, Source.POSTS),
                Corpora.without(known, corpora.umsab("val"), corpora.afriSenti("dev")),
                3);
    }

    /** Returns texts with their language as label; Moroccan Arabic is Arabic. */
    public static List<Labelled> byLanguage(List<Labelled> texts) {
        return texts.stream()
                .map(one -> new Labelled(one.text(), one.group().equals("ary") ? "ar" : one.group(), one.group()))
                .toList();
    }

    private static List<Labelled> feelings(Predicate<Post> which) {
        return posts(which.and(post -> Corpora.SENTIMENTS.contains(post.polarity())), Post::polarity);
    }

    @SafeVarargs
    private static List<Labelled> joined(List<Labelled>... parts) {
        List<Labelled> all = new ArrayList<>();
        for (List<Labelled> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static Task urgency() {
        return new Task(new Recipe("urgency", URGENCIES, 16, 12, false, 1), List.of(Source.POSTS), urgencyOfPosts(), 1);
    }

    /** Returns the project's own posts with their urgency; the group is the brand. */
    public static List<Labelled> urgencyOfPosts() {
        return posts(post -> URGENCIES.get(post.urgency()));
    }

    /** Returns the project's own posts with a label of theirs; the group is the brand. */
    public static List<Labelled> posts(Function<Post, String> label) {
        return posts(_ -> true, label);
    }

    private static List<Labelled> posts(Predicate<Post> which, Function<Post, String> label) {
        return Posts.shipped().stream()
                .filter(which)
                .map(post -> new Labelled(post.text(), label.apply(post), Task.BRAND + post.brand()))
                .toList();
    }

    /** Returns texts with other labels. */
    public static List<Labelled> relabelled(List<Labelled> texts, Function<String, String> label) {
        return texts.stream()
                .map(one -> new Labelled(one.text(), label.apply(one.label()), one.group()))
                .toList();
    }
}
