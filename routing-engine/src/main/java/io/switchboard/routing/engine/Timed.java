package io.switchboard.routing.engine;

/** Something that time alone may change. It has one moment at a time: the next one. */
abstract sealed class Timed permits Work, Desk {
    static final long NEVER = Long.MAX_VALUE;

    long due = NEVER;
    int duePlace = -1;
}
