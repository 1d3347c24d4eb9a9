package io.switchboard.gateway.desk;

import io.switchboard.kit.tenancy.Caller;

/**
 * Whose desk it is.
 *
 * @param tenant the organisation
 * @param centre the contact centre
 * @param name the user name they sign in with
 */
public record Agent(String tenant, String centre, String name) {

    /** Returns the agent behind a caller. */
    public static Agent of(Caller caller) {
        return new Agent(caller.tenant(), caller.centre(), caller.name());
    }
}
