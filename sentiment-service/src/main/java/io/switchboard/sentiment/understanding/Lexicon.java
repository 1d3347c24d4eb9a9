package io.switchboard.sentiment.understanding;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one language. Entries are lower-case words or phrases.
 *
 * @param language ISO 639-1 code
 * @param common words by which the language is told
 * @param polarity from -3 (very bad) to 3 (very good) by word
 * @param negators words that turn the meaning of what follows
 * @param boosters words that strengthen what follows
 * @param questions words that begin a question
 * @param requests words by which somebody asks for something
 * @param urgent words that call for haste
 * @param leaving words by which somebody says that they are leaving
 * @param topics words by topic
 */
public record Lexicon(
        String language,
        Set<String> common,
        Map<String, Integer> polarity,
        Set<String> negators,
        Set<String> boosters,
        Set<String> questions,
        Set<Phrase> requests,
        Set<Phrase> urgent,
        Set<Phrase> leaving,
        Map<String, List<Phrase>> topics) {}
