package io.switchboard.profile.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of a text in which what was looked for stands. Plain text with places, never markup: what a customer wrote is
 * nobody's page.
 *
 * @param text at most {@value #LONGEST} characters and an ellipsis at each end that was cut
 * @param marks where words of the question begin, and how long they are; in UTF-16 units of {@code text}, in order
 */
public record Snippet(String text, List<Mark> marks) {
    private static final int LONGEST = 200;
    private static final int BEFORE_THE_FIRST = 60;
    private static final int MOST_MARKS = 20;
    /** Beyond this nothing is indexed either. */
    private static final int LOOKED_AT = 100_000;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** Something to highlight. */
    public record Mark(int start, int length) {}

    public Snippet {
        marks = List.copyOf(marks);
    }

    /** Returns the part of {@code text} around the first word that begins with a word of {@code question}. */
    public static Snippet of(String text, String question) {
        String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        List<String> words = words(question);
        List<Mark> found = find(looked, words);
        int from = found.isEmpty() ? 0 : whole(looked, found.getFirst().start() - BEFORE_THE_FIRST);
        int to = whole(looked, from + LONGEST);
        String cut = (from > 0 ? "…" : "") + looked.substring(from, to) + (to < text.length() ? "…" : "");
        int shift = (from > 0 ? 1 : 0) - from;
        return new Snippet(
                cut,
                found.stream()
                        .filter(mark -> mark.start() + mark.length() <= to)
                        .limit(MOST_MARKS)
                        .map(mark -> new Mark(mark.start() + shift, mark.length()))
                        .toList());
    }

    private static List<String> words(String question) {
        return Arrays.stream(BETWEEN_WORDS.split(question.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Mark> find(String text, List<String> words) {
        var found = new ArrayList<Mark>();
        boolean within = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            boolean word = isOfAWord(point);
            if (word && !within) {
                int length = longest(text, at, words);
                if (length > 0) {
                    found.add(new Mark(at, length));
                }
            }
            within = word;
            at += Character.charCount(point);
        }
        return found;
    }

    private static boolean isOfAWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static int longest(String text, int at, List<String> words) {
        return words.stream()
                .filter(word -> text.regionMatches(true, at, word, 0, word.length()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Keeps within the text, and between its characters rather than in one. */
    private static int whole(String text, int at) {
        int kept = Math.clamp(at, 0, text.length());
        boolean inOne = kept > 0 && kept < text.length() && Character.isLowSurrogate(text.charAt(kept));
        return inOne ? kept - 1 : kept;
    }
}
