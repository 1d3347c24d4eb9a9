package io.switchboard.contracts.message;

/** Who can read a message besides the organisation. Only public messages can be judged chaff. */
public enum Visibility {
    PUBLIC,
    PRIVATE
}
