package io.switchboard.profile.messaging;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.changes.Announcer;
import io.switchboard.profile.customer.CustomerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells {@code customers.changed} whose profile changed. */
@ApplicationScoped
class Announcements implements Announcer {
    private final CustomerChanges changes;

    Announcements(CustomerChanges changes) {
        this.changes = changes;
    }

    @Override
    public Uni<Void> changed(String tenant, UUID id, CustomerProfile now) {
        return changes.publish(
                tenant, now.centre(), now.customer().as(id), now.changedAt(), id.equals(now.id()) ? null : now.id());
    }
}
