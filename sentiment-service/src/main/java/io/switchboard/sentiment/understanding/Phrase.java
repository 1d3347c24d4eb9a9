package io.switchboard.sentiment.understanding;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A word or some words in a row, prepared to be looked for in many texts.
 *
 * @param text lower-case, single blanks between words
 * @param first its first word: most texts lack it, and that is soon known
 * @param whole the text with a blank before and after when it has more than one word, else the word
 */
record Phrase(String text, String first, String whole) {

    @JsonCreator
    static Phrase of(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? new Phrase(text, text, text) : new Phrase(text, text.substring(0, blank), " " + text + " ");
    }

    boolean isWord() {
        return first.length() == text.length();
    }

    /** Returns the phrase itself: that is how a lexicon and a reason write it. */
    @Override
    public String toString() {
        return text;
    }
}
