package io.switchboard.understanding.linear;

/**
 * From which probability on the last label is believed; below, a text is rather something else.
 *
 * @param known where the judge knows the brand's names, 0 to 1
 * @param blind where it does not, 0 to 1
 */
public record Cuts(float known, float blind) {
    /** The last label is like the others: only what is certain is believed. */
    public static final Cuts NONE = new Cuts(1, 1);

    /** Returns the one that holds for a judge. */
    public float of(boolean brandKnown) {
        return brandKnown ? known : blind;
    }

    /** Returns cuts of which none is below {@code least}. */
    public Cuts atLeast(float least) {
        return new Cuts(Math.max(known, least), Math.max(blind, least));
    }
}
