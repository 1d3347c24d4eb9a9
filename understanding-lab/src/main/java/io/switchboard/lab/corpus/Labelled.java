package io.switchboard.lab.corpus;

/**
 * A text and what somebody said that it is.
 *
 * @param text as its publisher has it
 * @param label such as {@code negative}
 * @param group what a head is judged on shares no group with what it learned from: a brand, a language, a source
 */
public record Labelled(String text, String label, String group) {
    /** Returns what near-duplicates have in common: letters only, in lower case, without mentions and addresses. */
    public String bare() {
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("https?://\\S+|@\\w+", "")
                .replaceAll("^rt\\b", "")
                .replaceAll("[^\\p{L}]+", "");
    }
}
