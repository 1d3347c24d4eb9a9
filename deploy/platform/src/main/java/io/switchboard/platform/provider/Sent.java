package io.switchboard.platform.provider;

/**
 * Something that the provider accepted.
 *
 * @param kind {@code message} or {@code comment}
 * @param page the page that sent it
 * @param recipient the person's page-scoped id, or the comment that is answered
 * @param id the provider's own id of it
 * @param text what was sent
 */
public record Sent(String kind, String page, String recipient, String id, String text) {}
