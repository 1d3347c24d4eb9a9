package io.switchboard.profile.rights;

import java.time.Instant;

/**
 * How long the text of messages is kept.
 *
 * @param channel of the messages
 * @param days after which subject, text and files go; place, time and meaning stay for the figures
 * @param by who said so
 * @param at when
 */
public record Retention(String channel, int days, String by, Instant at) {}
