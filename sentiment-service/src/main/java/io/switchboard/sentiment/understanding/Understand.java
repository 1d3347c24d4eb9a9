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
    private static final int MOST_REASONS = 8;

    private final List<Lexicon> lexicons;
    private final RelevanceHead relevance;
    private final String model;

    /**
     * Builds the judge.
     *
     * @param lexicons one a language, the default first
     * @param relevance tells what needs an answer
     */
    public Understand(List<Lexicon> lexicons, RelevanceHead relevance) {
        this.lexicons = List.copyOf(lexicons);
        this.relevance = relevance;
        this.model = Lexicons.VERSION + "+" + relevance.version();
    }

    /** Returns what a text means. Any text gets an answer, an empty one too. */
    public Understanding of(String text, Visibility visibility) {
        Words words = Words.of(text);
        String language = Language.of(words, lexicons);
        Lexicon lexicon = lexiconOf(language);
        Feeling feeling = Feeling.of(words, lexicon);
        Topic topic = Topic.of(words, lexicon);
        Judgement judgement = Judgement.of(words, lexicon, feeling, topic, visibility, relevance);
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
                topic.name().equals(Topic.OTHER) ? List.of() : List.of(topic.name()),
                judgement.tier(),
                model,
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
