package io.switchboard.sentiment.understanding;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the judges read it.
 *
 * @param raw the text, cut to {@link #LONGEST} characters
 * @param tokens lower-case words in order, without mentions, addresses and numbers
 * @param distinct the tokens, each once
 * @param joined the tokens with a blank before, between and after, so that phrases are found whole
 */
record Words(String raw, List<String> tokens, Set<String> distinct, String joined) {
    /** Characters that are read. What matters is said before; nobody can make us read a megabyte. */
    static final int LONGEST = 10_000;

    static Words of(String text) {
        String raw = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = Normalizer.normalize(raw, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> tokens = new Tokens(plain).read();
        return new Words(raw, tokens, new HashSet<>(tokens), " " + String.join(" ", tokens) + " ");
    }

    /** Returns whether a word or phrase of the lexicon occurs. */
    boolean has(Phrase phrase) {
        return distinct.contains(phrase.first()) && (phrase.isWord() || joined.contains(phrase.whole()));
    }
}
