package io.switchboard.profile.history;

/** Who speaks: the customer ({@link #IN}) or an agent ({@link #OUT}). */
public enum Direction {
    IN,
    OUT
}
