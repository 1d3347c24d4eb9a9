package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Visibility;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Whether a text needs an answer, and what kind of text it is.
 *
 * @param relevance the kind
 * @param probability how sure the judge is, 0 to 1
 * @param doubt how likely another label is than the likeliest of all, 0 to 1; 0 where a rule decided
 * @param tier which judge decided: {@code rules}, {@code linear} or {@code transformer}
 * @param reasons the rule or the words that decided
 */
record Judgement(Relevance relevance, double probability, double doubt, String tier, List<String> reasons) {
    static final String LINEAR = "linear";
    static final String TRANSFORMER = "transformer";

    private static final String RULES = "rules";
    private static final double BAD = -0.25;
    private static final Pattern REPOST = Pattern.compile("^\\s*(RT\\b|via @)", Pattern.CASE_INSENSITIVE);

    /**
     * Judges a text. Private messages are never chaff: somebody wrote to us and to nobody else. Nor is an emergency, or
     * somebody who asks about what we do. Else a public one is when a rule says so, or when the heads are sure.
     *
     * @param heads what they say; asked only where no rule decides
     */
    static Judgement of(Read read, Supplier<RelevanceHead.Weighed> heads) {
        String rule = mayBeChaff(read) ? chaffRule(read) : "";
        if (!rule.isEmpty()) {
            return rule(Relevance.CHAFF, 0.9, rule);
        }
        if (read.words().tokens().isEmpty()) {
            return unsure();
        }
        RelevanceHead.Weighed weighed = heads.get();
        if (weighed.words().isEmpty()) {
            return unsure();
        }
        if (weighed.kind() == Relevance.PRAISE && read.loud().polarity() <= BAD) {
            // The heads have seen too few texts to know every bad word; the lexicon does.
            return rule(Relevance.COMPLAINT, 0.5 - read.loud().polarity() / 2, "negative-words");
        }
        return new Judgement(
                weighed.kind(),
                weighed.probability(),
                weighed.doubt(),
                weighed.tier(),
                weighed.words().stream().map(word -> "relevance:" + word).toList());
    }

    private static Judgement unsure() {
        return rule(Relevance.REQUEST, 0.5, Understand.UNSURE);
    }

    private static Judgement rule(Relevance relevance, double probability, String rule) {
        return new Judgement(relevance, probability, 0, RULES, List.of(rule));
    }

    /** Returns whether a text may be dropped at all. */
    static boolean mayBeChaff(Read read) {
        return read.text().visibility() == Visibility.PUBLIC && !needsUs(read);
    }

    private static boolean needsUs(Read read) {
        return read.topic().name().equals(Topic.EMERGENCY)
                || (!read.topic().words().isEmpty() && asks(read.words(), read.lexicon()));
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
    private static String chaffRule(Read read) {
        if (read.words().tokens().isEmpty()) {
            return "no-words";
        }
        boolean idle = read.topic().words().isEmpty() && read.loud().polarity() > BAD;
        return idle && REPOST.matcher(read.words().raw()).find() ? "repost" : "";
    }
}
