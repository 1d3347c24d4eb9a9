package io.switchboard.understanding.training;

/**
 * A text that was judged, and what people say is right.
 *
 * @param id tells it from others; the order of training
 * @param group texts of one group are judged or learned from, never both: a conversation, or the text itself
 * @param text as it was written
 * @param relevance what is right, a word of {@code Posts.RELEVANCE}
 */
public record Corrected(String id, String group, String text, String relevance) {}
