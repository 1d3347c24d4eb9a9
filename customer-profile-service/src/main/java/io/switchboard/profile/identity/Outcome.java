package io.switchboard.profile.identity;

import java.util.UUID;

/** What became of a wish to change who is who. */
public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param one who was merged or unmerged, the first of those who are one with them
     * @param other whom they were merged into or left, the first of those who are one with them
     */
    record Done(UUID one, UUID other) implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param why the reason
     * @param version of the customer that was asked for, as it is in force
     */
    record Refused(Refusal why, int version) implements Outcome {}

    /** The tenant has no such customer. */
    record Unknown(UUID customerId) implements Outcome {}
}
