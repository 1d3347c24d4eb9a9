package io.switchboard.routing.centre;

import java.util.UUID;

/**
 * Ids that are a number of one centre: UUIDs of version 8 whose first half says what kind of thing it is and in which centre,
 * and whose second half is the number. A replay gives the same ids, and the number can be read back.
 */
final class Numbered {
    private static final long VARIANT = 0x8000000000000000L;
    private static final long NUMBER = 0x3FFFFFFFFFFFFFFFL;
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_8 = 0x8000L;

    private final long kindAndCentre;

    Numbered(String kind, String centreKey) {
        kindAndCentre = (Ids.of(kind, centreKey, "").getMostSignificantBits() & ~VERSION_MASK) | VERSION_8;
    }

    UUID of(long number) {
        return new UUID(kindAndCentre, VARIANT | number);
    }

    /** Returns the number of an id, or -1 for an id of something else or of another centre. */
    long numberOf(UUID id) {
        return id.getMostSignificantBits() == kindAndCentre ? id.getLeastSignificantBits() & NUMBER : -1;
    }
}
