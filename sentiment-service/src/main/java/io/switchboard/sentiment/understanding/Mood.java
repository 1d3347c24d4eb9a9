package io.switchboard.sentiment.understanding;

import io.switchboard.understanding.linear.Head;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the writer feels, by the heads.
 *
 * @param polarity from -1 to 1
 * @param confidence how sure the judge is of the sign, 0 to 1
 * @param intensity from 0 to 1
 * @param emotions the likely ones with their probabilities
 * @param anger from 0 to 1, also where it is not the likeliest
 */
record Mood(double polarity, double confidence, double intensity, Map<String, Double> emotions, double anger) {
    private static final int NEGATIVE = 0;
    private static final int POSITIVE = 2;
    /** Twice as likely as each of seven is before a word is read. */
    private static final double LIKELY = 0.25;

    /**
     * Makes a mood.
     *
     * @param sentiment probabilities of negative, neutral and positive
     * @param emotion probabilities by the labels of the head, of which the first is none
     * @param loudness what marks and capitals add
     */
    static Mood of(float[] sentiment, float[] emotion, Head labels, double loudness) {
        double polarity = sentiment[POSITIVE] - sentiment[NEGATIVE];
        double confidence = sentiment[Head.likeliest(sentiment, sentiment.length)];
        double felt = Math.max(Math.abs(polarity), 1 - emotion[0]);
        double angry = emotion[labels.labels().indexOf("anger")]
                + emotion[labels.labels().indexOf("disgust")];
        return new Mood(
                polarity,
                confidence,
                Math.min(1, felt * felt + loudness),
                likely(emotion, labels.labels()),
                Math.max(0, -polarity) * angry);
    }

    /** Returns what is felt by somebody of whose words nothing is known. */
    static Mood unknown(double loudness) {
        return new Mood(0, 0, Math.min(1, loudness), Map.of(), 0);
    }

    private static Map<String, Double> likely(float[] emotion, List<String> labels) {
        Map<String, Double> likely = new TreeMap<>();
        for (int k = 1; k < emotion.length; k++) {
            if (emotion[k] >= LIKELY) {
                likely.put(labels.get(k), Math.round(emotion[k] * 1000) / 1000.0);
            }
        }
        return likely;
    }
}
