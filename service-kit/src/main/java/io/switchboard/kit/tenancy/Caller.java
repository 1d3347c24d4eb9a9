package io.switchboard.kit.tenancy;

/**
 * Who is calling.
 *
 * @param tenant the organisation, from the token
 * @param centre the contact centre, from the token
 * @param name user name of an agent or supervisor, or the client's id
 */
public record Caller(String tenant, String centre, String name) {}
