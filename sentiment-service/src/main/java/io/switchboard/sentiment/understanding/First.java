package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Understanding;

/**
 * What the fast judge says, and whether a second opinion is worth its time.
 *
 * @param understanding good enough to go on with
 * @param worth how unsure the fast judge is times how much the text matters, 0 to 1; 0 where no other judge can help
 * @param text for an embedding: the brand's name masked
 * @param read what {@link Understand#second} goes on from
 */
public record First(Understanding understanding, double worth, String text, Read read) {}
