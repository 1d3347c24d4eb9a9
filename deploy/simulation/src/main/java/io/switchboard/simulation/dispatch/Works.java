package io.switchboard.simulation.dispatch;

import java.util.UUID;

/** The names of simulated work: the number of the customer, in the shape of a UUID. */
public final class Works {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Works() {}

    /** Returns the name of a customer's work. */
    public static UUID of(long customer) {
        return new UUID(VERSION_8, VARIANT | customer);
    }

    /** Returns the customer whose work has this name. */
    public static int customer(UUID work) {
        return (int) work.getLeastSignificantBits();
    }
}
