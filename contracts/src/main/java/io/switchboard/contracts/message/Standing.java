package io.switchboard.contracts.message;

/** How the organisation ranks a customer. */
public enum Standing {
    STANDARD,
    VIP
}
