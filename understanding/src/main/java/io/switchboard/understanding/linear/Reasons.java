package io.switchboard.understanding.linear;

import io.switchboard.understanding.features.Features;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which words decided. A linear head is its own explanation: each feature's weight goes to the word that it begins in. */
public final class Reasons {
    private record Word(String text, float weight) {}

    private Reasons() {}

    /**
     * Returns the words that spoke most for a label, the strongest first; masked ones are left out.
     *
     * @param text that has read the text
     * @param label its index
     */
    public static List<String> of(Head head, Features text, int label, int most) {
        CharSequence seen = text.seen();
        float[] weights = new float[seen.length()];
        for (int i = 0; i < text.count(); i++) {
            weights[text.starts()[i]] += head.speaksFor(text.buckets()[i], label);
        }
        return words(seen, weights).stream()
                .filter(word -> word.weight() > 0)
                .sorted(Comparator.comparingDouble((Word word) -> -word.weight())
                        .thenComparing(Word::text))
                .map(Word::text)
                .distinct()
                .limit(most)
                .toList();
    }

    private static List<Word> words(CharSequence seen, float[] weights) {
        List<Word> words = new ArrayList<>();
        int start = 1;
        float weight = 0;
        for (int at = 1; at < seen.length(); at++) {
            weight += weights[at];
            if (seen.charAt(at) == ' ') {
                String word = seen.subSequence(start, at).toString();
                if (word.chars().anyMatch(letter -> letter > ' ')) {
                    words.add(new Word(word, weight));
                }
                start = at + 1;
                weight = 0;
            }
        }
        return words;
    }
}
