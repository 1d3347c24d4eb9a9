package io.switchboard.profile.messaging;

/** How messages share transactions. */
final class Batches {
    private Batches() {}

    /** Transactions of a topic at once; one is written while the next is prepared. */
    static final int LANES = 2;

    /** The records of one transaction, so that its locks are held for a fraction of a second. */
    static final int MOST = 100;
}
