package io.switchboard.profile.identity;

/**
 * Why two customers may be one.
 *
 * @param kind {@code same-name}, {@code similar-address}, {@code same-device}, {@code names-email}, {@code names-phone},
 *     {@code names-handle} or {@code names-account}
 * @param weight how likely it makes it by itself, 0 to 1
 * @param evidence the name, address or device they share, and where it was read; no message text
 */
public record Reason(String kind, double weight, String evidence) {}
