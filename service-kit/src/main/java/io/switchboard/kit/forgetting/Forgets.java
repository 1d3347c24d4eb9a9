package io.switchboard.kit.forgetting;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.customer.CustomerErased;

/** Keeps something of customers, or of what they said or were told. */
public interface Forgets {
    /** Deletes what is kept of these customers and messages; what is gone already is no failure. */
    Uni<Void> forget(CustomerErased erased);
}
