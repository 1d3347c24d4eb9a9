package io.switchboard.gateway.api;

/** The roles of the realm. */
final class Roles {
    static final String AGENT = "agent";
    static final String SUPERVISOR = "supervisor";
    static final String INTEGRATION = "integration";

    private Roles() {}
}
