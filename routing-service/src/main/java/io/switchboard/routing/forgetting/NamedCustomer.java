package io.switchboard.routing.forgetting;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.kit.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Finds whom a routing event names. Whatever it says of a person stands in its work item, beside the customer's id. */
public final class NamedCustomer {
    private NamedCustomer() {}

    /** Returns the customer an event tells of; empty where it has but ids of work and messages. */
    public static Optional<UUID> in(String event) {
        JsonNode id = EventJson.read(event.getBytes(StandardCharsets.UTF_8), JsonNode.class)
                .at("/workItem/customer/customerId");
        return id.isTextual() ? Optional.of(UUID.fromString(id.textValue())) : Optional.empty();
    }
}
