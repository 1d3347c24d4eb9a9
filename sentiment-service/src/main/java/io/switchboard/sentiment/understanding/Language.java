package io.switchboard.sentiment.understanding;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import java.util.List;

/** Tells the language of a text. */
final class Language {
    static final String UNKNOWN = "und";
    private static final float SURE = 0.7f;

    private Language() {}

    /**
     * Returns the ISO 639-1 code, or {@link #UNKNOWN}: the head's where it is sure, else that of the commonest words.
     *
     * @param seen that has read the text
     */
    static String of(Words text, Features seen, Head head, List<Lexicon> lexicons) {
        if (text.tokens().isEmpty()) {
            return UNKNOWN;
        }
        float[] probabilities = new float[head.labels().size()];
        head.probabilities(seen, probabilities);
        int best = Head.likeliest(probabilities, probabilities.length);
        return probabilities[best] >= SURE ? head.labels().get(best) : byWords(text, lexicons);
    }

    private static String byWords(Words text, List<Lexicon> lexicons) {
        String language = UNKNOWN;
        int most = 0;
        for (Lexicon lexicon : lexicons) {
            int hits = hits(text, lexicon);
            if (hits > most) {
                most = hits;
                language = lexicon.language();
            }
        }
        return language;
    }

    private static int hits(Words text, Lexicon lexicon) {
        int hits = 0;
        for (String word : text.tokens()) {
            hits += lexicon.common().contains(word) ? 1 : 0;
        }
        return hits;
    }
}
