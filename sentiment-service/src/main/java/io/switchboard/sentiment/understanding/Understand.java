package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import java.util.ArrayList;
import java.util.List;

/**
 * The judge: rules and a lexicon for feeling, topic and urgency, a linear head for relevance. The same text is always judged
 * alike.
 */
public final class Understand {
    /** The reason of a text that nothing could be told of. */
    public static final String UNSURE = "unsure-so-relevant";

    private static final int MOST_REASONS = 8;

    private final List<Lexicon> lexicons;
    private final TenantJudge shipped;

    /**
     * Builds the judge.
     *
     * @param lexicons one a language, the default first
     * @param relevance tells what needs an answer, for who has nothing of their own
     */
    public Understand(List<Lexicon> lexicons, RelevanceHead relevance) {
        this.lexicons = List.copyOf(lexicons);
        Taxonomy taxonomy = Taxonomy.of(lexicons);
        this.shipped = new TenantJudge(new Topics(taxonomy, taxonomy), relevance);
    }

    /** Returns what judges for who has nothing of their own. */
    public TenantJudge shipped() {
        return shipped;
    }

    /** Returns what a text means by the shipped judge. Any text gets an answer, an empty one too. */
    public Understanding of(String text, Visibility visibility) {
        return of(text, visibility, shipped);
    }

    /** Returns what a text means for a tenant. Any text gets an answer, an empty one too. */
    public Understanding of(String text, Visibility visibility, TenantJudge tenant) {
        Words words = Words.of(text);
        String language = Language.of(words, lexicons);
        Lexicon lexicon = lexiconOf(language);
        Feeling feeling = Feeling.of(words, lexicon);
        Topic topic = tenant.topics().of(words, lexicon.language());
        Judgement judgement = Judgement.of(words, lexicon, feeling, topic, visibility, tenant.relevance());
        return new Understanding(
                language,
                judgement.relevance(),
                judgement.probability(),
                round(feeling.polarity()),
                round(feeling.intensity()),
                0,
                java.util.Map.of(),
                round(urgency(words, lexicon, feeling, topic, judgement)),
                0,
                topic.name(),
                tenant.topics().skills(topic),
                judgement.tier(),
                Lexicons.VERSION + "+" + tenant.relevance().version(),
                reasons(judgement, feeling, topic));
    }

    private Lexicon lexiconOf(String language) {
        return lexicons.stream()
                .filter(lexicon -> lexicon.language().equals(language))
                .findFirst()
                .orElse(lexicons.getFirst());
    }

    private static double urgency(Words text, Lexicon lexicon, Feeling feeling, Topic topic, Judgement judgement) {
        if (judgement.relevance() == Relevance.CHAFF) {
            return 0;
        }
        if (topic.name().equals(Topic.EMERGENCY)) {
            return 1;
        }
        long hurry = lexicon.urgent().stream().filter(text::has).limit(3).count();
        double anger = feeling.polarity() < 0 ? -feeling.polarity() * feeling.intensity() : 0;
        double base = judgement.relevance() == Relevance.PRAISE ? 0.05 : 0.2;
        return Math.min(1, base + 0.2 * hurry + 0.4 * anger);
    }

    private static List<String> reasons(Judgement judgement, Feeling feeling, Topic topic) {
        List<String> reasons = new ArrayList<>();
        reasons.addAll(judgement.reasons());
        topic.words().forEach(word -> reasons.add("topic:" + word));
        feeling.words().forEach(word -> reasons.add("feeling:" + word));
        return reasons.stream().distinct().limit(MOST_REASONS).toList();
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
