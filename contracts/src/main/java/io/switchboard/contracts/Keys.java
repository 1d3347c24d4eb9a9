package io.switchboard.contracts;

/** Keys that more than one writer must compute alike. */
public final class Keys {
    private Keys() {}

    /** Returns the partition key of a centre: its single writer is found by it. */
    public static String centre(String tenant, String centre) {
        return tenant + "/" + centre;
    }
}
