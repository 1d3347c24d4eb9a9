package io.switchboard.profile.rights;

import java.util.UUID;

/** What became of the wish to be forgotten. */
public sealed interface Erased {
    /** It was done. */
    record Done(Erasure erasure) implements Erased {}

    /** Nobody is known by that id. */
    record Unknown(UUID customerId) implements Erased {}

    /** Somebody is about to answer them: {@code messages} messages wait or are held. */
    record BeingServed(long messages) implements Erased {}
}
