package io.switchboard.profile.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * Who holds a customer's work.
 *
 * @param address where the work came from
 * @param customerId whose it is when nobody was met at the address
 * @param agent who holds it
 * @param at since when
 */
public record Holding(Address address, UUID customerId, String agent, Instant at) {}
