package io.switchboard.sentiment.understanding;

import java.util.List;

/** Tells the language of a text by its commonest words. */
final class Language {
    static final String UNKNOWN = "und";

    private Language() {}

    /** Returns the ISO 639-1 code, or {@link #UNKNOWN} when no language has a word of the text. */
    static String of(Words text, List<Lexicon> lexicons) {
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
