package io.switchboard.sentiment.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the judges read it.
 *
 * @param raw the text, cut to {@link #LONGEST} characters
 * @param tokens lower-case words in order, without mentions, addresses and numbers
 * @param joined the tokens with a blank before, between and after, so that phrases are found whole
 */
record Words(String raw, List<String> tokens, String joined) {
    /** Characters that are read. What matters is said before; nobody can make us read a megabyte. */
    static final int LONGEST = 10_000;

    private static final Pattern NOISE = Pattern.compile("https?://\\S+|\\S+@\\S+|@\\w+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");

    static Words of(String text) {
        String raw = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = Normalizer.normalize(raw, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        Matcher words = WORD.matcher(NOISE.matcher(plain).replaceAll(" "));
        List<String> tokens = new ArrayList<>();
        while (words.find()) {
            tokens.add(words.group().replace('’', '\''));
        }
        return new Words(raw, List.copyOf(tokens), " " + String.join(" ", tokens) + " ");
    }

    /** Returns whether a word or phrase of the lexicon occurs. */
    boolean has(String phrase) {
        return joined.contains(" " + phrase + " ");
    }
}
