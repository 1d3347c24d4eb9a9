package io.switchboard.profile.changes;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.customer.CustomerProfile;
import java.util.UUID;

/** Tells others that a customer's profile changed. */
public interface Announcer {
    /**
     * Tells of one customer; completes when it is safe that others hear it.
     *
     * @param id the customer
     * @param now what is known of them, under the id they are known by
     */
    Uni<Void> changed(String tenant, UUID id, CustomerProfile now);
}
