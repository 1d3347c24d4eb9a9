package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Understanding;

/**
 * What the fast judge says, and whether a second opinion is worth its time.
 *
 * @param understanding good enough to go on with
 * @param worth how unsure the fast judge is times how much the text matters, 0 to 1; 0 where no other judge can help
 * @param read what {@link Understand#second} goes on from
 */
public record First(Understanding understanding, double worth, Read read) {
    /** Returns the text for an embedding: with {@code brand} in place of the tenant's names, where they are known. */
    public String masked(String brand) {
        return read.text().tenant().topics().brands().replace(read.words().raw(), brand);
    }
}
