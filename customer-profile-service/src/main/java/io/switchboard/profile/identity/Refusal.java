package io.switchboard.profile.identity;

/** Why a change of who is who is refused. */
public enum Refusal {
    /** The caller knows a version that is no longer in force. */
    STALE,
    /** Somebody is to be merged with themselves. */
    THEMSELVES,
    /** Both are one customer already; a merge the other way round would be a circle. */
    ALREADY_ONE,
    /** Who was not merged into anybody can't leave anybody. */
    NOT_MERGED,
    /** Somebody who knows said that the two differ; only such a one makes them one again. */
    SAID_TO_DIFFER
}
