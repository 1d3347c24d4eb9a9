package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Visibility;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text needs an answer, and what kind of text it is.
 *
 * @param relevance the kind
 * @param probability how sure the rules are, 0.5 to 1
 * @param reason the rule that decided
 */
record Judgement(Relevance relevance, double probability, String reason) {
    private static final double BAD = -0.25;
    private static final double GOOD = 0.35;
    private static final Pattern REPOST = Pattern.compile("^\\s*(RT\\b|via @)", Pattern.CASE_INSENSITIVE);

    /**
     * Judges a text. Private messages are never chaff: somebody wrote to us and to nobody else. A public one is chaff only
     * when a rule says so and nothing in it asks for anything; unsure means relevant.
     */
    static Judgement of(Words text, Lexicon lexicon, Feeling feeling, Topic topic, Visibility visibility) {
        boolean asks = asks(text, lexicon);
        boolean needsUs = asks || feeling.polarity() <= BAD || !topic.words().isEmpty();
        if (visibility == Visibility.PUBLIC && !needsUs) {
            String rule = chaffRule(text, lexicon);
            if (!rule.isEmpty()) {
                return new Judgement(Relevance.CHAFF, 0.9, rule);
            }
        }
        if (feeling.polarity() <= BAD) {
            return new Judgement(Relevance.COMPLAINT, 0.5 + Math.abs(feeling.polarity()) / 2, "negative-words");
        }
        if (isQuestion(text, lexicon)) {
            return new Judgement(Relevance.QUESTION, 0.8, "question");
        }
        if (feeling.polarity() >= GOOD && !asks) {
            return new Judgement(Relevance.PRAISE, 0.5 + feeling.polarity() / 2, "positive-words");
        }
        return new Judgement(Relevance.REQUEST, asks ? 0.8 : 0.55, asks ? "asks" : "unsure-so-relevant");
    }

    private static boolean asks(Words text, Lexicon lexicon) {
        return isQuestion(text, lexicon) || lexicon.requests().stream().anyMatch(text::has);
    }

    private static boolean isQuestion(Words text, Lexicon lexicon) {
        return text.raw().indexOf('?') >= 0
                || (!text.tokens().isEmpty()
                        && lexicon.questions().contains(text.tokens().getFirst()));
    }

    private static String chaffRule(Words text, Lexicon lexicon) {
        if (text.tokens().isEmpty()) {
            return "no-words";
        }
        if (REPOST.matcher(text.raw()).find()) {
            return "repost";
        }
        List<String> noise = lexicon.noise().stream().filter(text::has).sorted().toList();
        return noise.isEmpty() ? "" : "noise:" + noise.getFirst();
    }
}
