package io.switchboard.platform.provider;

/**
 * A page that the provider knows.
 *
 * @param id the page's id, digits
 * @param token the access token that is valid for this page and no other
 */
public record Page(String id, String token) {}
