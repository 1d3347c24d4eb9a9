package io.switchboard.understanding.posts;

/**
 * A labelled post; {@code open-data/GUIDE.md} says what the labels mean.
 *
 * @param industry the file it is in
 * @param brand whose feed brought it
 * @param relevance request, complaint, question, praise or chaff
 * @param polarity negative, neutral, positive or mixed
 * @param urgency from 0, can wait for ever, to 3, now
 * @param emotion the strongest, or none
 * @param language ISO 639-1 code
 * @param kind what sort of post it is, such as sarcasm or ad
 * @param text as it was written
 */
public record Post(
        String industry,
        String brand,
        String relevance,
        String polarity,
        int urgency,
        String emotion,
        String language,
        String kind,
        String text) {}
