package io.switchboard.contracts.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a message means and how much it matters.
 *
 * @param language ISO 639-1 code, {@code und} when it cannot be told
 * @param relevance what kind of message it is
 * @param relevanceProbability how sure the judge is of {@code relevance}, 0 to 1
 * @param polarity from -1 (very negative) to 1 (very positive)
 * @param intensity how strongly it is felt, 0 to 1
 * @param confidence how sure the judge is of the sign of {@code polarity}, 0 to 1
 * @param emotions probabilities of anger, disgust, fear, joy, sadness and surprise, as far as any is likely
 * @param urgency how soon it needs an answer, 0 to 1
 * @param churnRisk how likely the writer is to leave, 0 to 1
 * @param topic a word of the tenant's taxonomy, {@code other} when none fits
 * @param skills skills the topic calls for
 * @param tier which judge decided: {@code rules}, {@code linear}, {@code transformer}
 * @param model the judge's version
 * @param reasons the words or rules that decided, at most eight
 */
public record Understanding(
        String language,
        Relevance relevance,
        double relevanceProbability,
        double polarity,
        double intensity,
        double confidence,
        Map<String, Double> emotions,
        double urgency,
        double churnRisk,
        String topic,
        List<String> skills,
        String tier,
        String model,
        List<String> reasons) {

    public Understanding {
        // Messages that were understood before emotions were told apart have none.
        emotions = Collections.unmodifiableSortedMap(emotions == null ? new TreeMap<>() : new TreeMap<>(emotions));
        skills = List.copyOf(skills);
        reasons = List.copyOf(reasons);
    }
}
