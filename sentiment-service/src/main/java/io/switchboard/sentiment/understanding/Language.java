package io.switchboard.sentiment.understanding;

import java.util.Comparator;
import java.util.List;

/** Tells the language of a text by its commonest words. */
final class Language {
    static final String UNKNOWN = "und";

    private Language() {}

    /** Returns the ISO 639-1 code, or {@link #UNKNOWN} when no language has a word of the text. */
    static String of(Words text, List<Lexicon> lexicons) {
        return lexicons.stream()
                .filter(lexicon -> hits(text, lexicon) > 0)
                .max(Comparator.comparingLong(lexicon -> hits(text, lexicon)))
                .map(Lexicon::language)
                .orElse(UNKNOWN);
    }

    private static long hits(Words text, Lexicon lexicon) {
        return text.tokens().stream()
                .filter(word -> lexicon.common().contains(word))
                .count();
    }
}
