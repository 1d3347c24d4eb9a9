package io.switchboard.routing.subscribers;

import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.tenancy.Caller;
import java.time.Instant;
import java.util.UUID;

/** An event by which a subscriber can be tried out. */
final class TestEvent {
    private static final String CE_TYPE = "io.switchboard.subscription.test.v1";

    private TestEvent() {}

    private record Body(
            String type, UUID eventId, String tenant, String centre, long sequence, Instant at, UUID subscription) {}

    /** Returns an event of its own line, which nothing that waits can hold up. */
    static RoutedEvent of(Caller caller, UUID subscription, Instant now) {
        UUID id = UUID.randomUUID();
        var body = new Body(EventKinds.TEST, id, caller.tenant(), caller.centre(), 0, now, subscription);
        return new RoutedEvent(
                caller.tenant(),
                caller.centre(),
                id.toString(),
                CE_TYPE,
                EventKinds.TEST,
                "/routing",
                id.toString(),
                now,
                0,
                EventJson.text(body));
    }
}
