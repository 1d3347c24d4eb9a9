package io.switchboard.contracts.customer;

import io.switchboard.contracts.message.Customer;
import java.time.Instant;

/** A customer's profile after a change. Topic {@code customers.changed}, key: customer. */
public record CustomerChanged(String tenant, String centre, Customer customer, Instant changedAt) {}
