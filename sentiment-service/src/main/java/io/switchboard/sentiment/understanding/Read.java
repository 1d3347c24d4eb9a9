package io.switchboard.sentiment.understanding;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;

/**
 * A text as far as it can be read at once: what words and heads say of it, before anything is made of that.
 *
 * @param text what was said, to whom
 * @param words the text
 * @param language ISO 639-1 code or {@code und}
 * @param lexicon of the language, or the default one
 * @param loud what the lexicon hears
 * @param topic what it is about
 * @param heads what the linear heads say
 */
public record Read(Text text, Words words, String language, Lexicon lexicon, Feeling loud, Topic topic, Said heads) {

    /** What heads say, an array each; not to be changed. */
    static final class Said {
        private final float[] relevance;
        private final float[] sentiment;
        private final float[] emotion;
        private final float[] urgency;

        private Said(float[] relevance, float[] sentiment, float[] emotion, float[] urgency) {
            this.relevance = relevance;
            this.sentiment = sentiment;
            this.emotion = emotion;
            this.urgency = urgency;
        }

        static Said of(Features text, Head relevance, Head sentiment, Heads heads) {
            return new Said(
                    logits(text, relevance),
                    logits(text, sentiment),
                    probabilities(text, heads.emotion()),
                    probabilities(text, heads.urgency()));
        }

        private static float[] logits(Features text, Head head) {
            float[] logits = new float[head.labels().size()];
            head.logits(text.buckets(), text.count(), logits);
            return logits;
        }

        private static float[] probabilities(Features text, Head head) {
            float[] probabilities = new float[head.labels().size()];
            head.probabilities(text, probabilities);
            return probabilities;
        }

        /** Returns logits by label, of the tenant's relevance head. */
        float[] relevance() {
            return relevance.clone();
        }

        /** Returns logits by label, of the head for the text's language. */
        float[] sentiment() {
            return sentiment.clone();
        }

        /** Returns probabilities by label. */
        float[] emotion() {
            return emotion;
        }

        /** Returns probabilities by label, from whenever to now. */
        float[] urgency() {
            return urgency;
        }
    }
}
