package io.switchboard.profile.rights;

import java.time.Instant;
import java.util.UUID;

/**
 * That something was forgotten, and nothing of whom.
 *
 * @param erasureId which one
 * @param what {@code PERSON} or {@code RETENTION}
 * @param by who asked for it
 * @param at when
 * @param customers how many were one with the person; 0 where messages grew too old
 * @param messages how many messages lost their text and address
 */
public record Erasure(UUID erasureId, String what, String by, Instant at, int customers, int messages) {}
