package io.switchboard.sentiment.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * How the writer feels, by words that are known for it.
 *
 * @param polarity from -1 to 1
 * @param loudness what exclamation marks and shouting add to how strongly something is felt, 0 to 0.4
 * @param words the words that decided
 */
record Feeling(double polarity, double loudness, List<String> words) {
    /** How many words before a feeling can turn or strengthen it. */
    private static final int REACH = 3;

    /** The sum of word scores at which polarity reaches 0.7: about two strong words. */
    private static final double SOFTNESS = 15.0;

    /** Exclamation marks beyond say no more. */
    private static final int MOST_MARKS = 4;

    static Feeling of(Words text, Lexicon lexicon) {
        double sum = 0;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < text.tokens().size(); i++) {
            Integer score = lexicon.polarity().get(text.tokens().get(i));
            if (score != null) {
                words.add(text.tokens().get(i));
                sum += score * context(text, i, lexicon);
            }
        }
        double polarity = sum / Math.sqrt(sum * sum + SOFTNESS);
        return new Feeling(polarity, loudness(text), List.copyOf(words));
    }

    private static double context(Words text, int at, Lexicon lexicon) {
        double factor = 1;
        for (int i = Math.max(0, at - REACH); i < at; i++) {
            String before = text.tokens().get(i);
            if (lexicon.negators().contains(before)) {
                factor *= -0.7;
            } else if (lexicon.boosters().contains(before)) {
                factor *= 1.4;
            }
        }
        return factor;
    }

    /** Returns what exclamation marks and shouting add. */
    private static double loudness(Words text) {
        int marks = 0;
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < text.raw().length(); i++) {
            char letter = text.raw().charAt(i);
            marks += letter == '!' ? 1 : 0;
            letters += Character.isLetter(letter) ? 1 : 0;
            capitals += Character.isUpperCase(letter) ? 1 : 0;
        }
        boolean shouting = letters > 12 && capitals * 10 > letters * 7;
        return Math.min(marks, MOST_MARKS) * 0.05 + (shouting ? 0.2 : 0);
    }
}
