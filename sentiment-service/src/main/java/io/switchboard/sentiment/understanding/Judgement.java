package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Visibility;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text needs an answer, and what kind of text it is.
 *
 * @param relevance the kind
 * @param probability how sure the judge is, 0 to 1
 * @param tier which judge decided: {@code rules} or {@code linear}
 * @param reasons the rule or the words that decided
 */
record Judgement(Relevance relevance, double probability, String tier, List<String> reasons) {
    private static final String RULES = "rules";
    private static final Judgement UNSURE = new Judgement(Relevance.REQUEST, 0.5, RULES, List.of(Understand.UNSURE));
    private static final double BAD = -0.25;
    private static final Pattern REPOST = Pattern.compile("^\\s*(RT\\b|via @)", Pattern.CASE_INSENSITIVE);

    /**
     * Judges a text. Private messages are never chaff: somebody wrote to us and to nobody else. Nor is an emergency, or
     * somebody who asks about what we do. Else a public one is when a rule says so, or when the head is sure.
     */
    static Judgement of(
            Words text, Lexicon lexicon, Feeling feeling, Topic topic, Visibility visibility, RelevanceHead head) {
        boolean mayBeChaff = visibility == Visibility.PUBLIC && !needsUs(text, lexicon, topic);
        String rule = mayBeChaff ? chaffRule(text, feeling, topic) : "";
        if (!rule.isEmpty()) {
            return new Judgement(Relevance.CHAFF, 0.9, RULES, List.of(rule));
        }
        if (text.tokens().isEmpty()) {
            return UNSURE;
        }
        RelevanceHead.Weighed weighed = head.weigh(text.raw(), mayBeChaff);
        if (weighed.words().isEmpty()) {
            return UNSURE;
        }
        if (weighed.kind() == Relevance.PRAISE && feeling.polarity() <= BAD) {
            // The head has seen too few texts to know every bad word; the lexicon does.
            return new Judgement(Relevance.COMPLAINT, 0.5 - feeling.polarity() / 2, RULES, List.of("negative-words"));
        }
        return new Judgement(
                weighed.kind(),
                weighed.probability(),
                "linear",
                weighed.words().stream().map(word -> "relevance:" + word).toList());
    }

    private static boolean needsUs(Words text, Lexicon lexicon, Topic topic) {
        return topic.name().equals(Topic.EMERGENCY) || (!topic.words().isEmpty() && asks(text, lexicon));
    }

    private static boolean asks(Words text, Lexicon lexicon) {
        return isQuestion(text, lexicon) || lexicon.requests().stream().anyMatch(text::has);
    }

    private static boolean isQuestion(Words text, Lexicon lexicon) {
        return text.raw().indexOf('?') >= 0
                || (!text.tokens().isEmpty()
                        && lexicon.questions().contains(text.tokens().getFirst()));
    }

    /** What needs no model: nothing said, or somebody else's words passed on about nothing of ours. */
    private static String chaffRule(Words text, Feeling feeling, Topic topic) {
        if (text.tokens().isEmpty()) {
            return "no-words";
        }
        boolean idle = topic.words().isEmpty() && feeling.polarity() > BAD;
        return idle && REPOST.matcher(text.raw()).find() ? "repost" : "";
    }
}
