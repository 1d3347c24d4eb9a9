package io.switchboard.routing.subscribers.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.PoisonException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps the windows up to date with what routing decided. A group of its own: no database is needed to watch. */
@ApplicationScoped
class KeepWindow {
    private final Consumption consumption;
    private final EventWindow window;

    KeepWindow(Consumption consumption, EventWindow window) {
        this.consumption = consumption;
        this.window = window;
    }

    @Incoming("routing-events-to-watch")
    Uni<Void> keep(Message<byte[]> record) {
        return consumption.of(record, JsonNode.class, event -> {
            String json = new String(record.getPayload(), StandardCharsets.UTF_8);
            return window.add(
                    text(event, "tenant"),
                    text(event, "centre"),
                    new Told(event.path("sequence").longValue(), text(event, "type"), json));
        });
    }

    private static String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        if (!value.isTextual() || event.path("sequence").longValue() < 1) {
            throw new PoisonException("without sequence or " + field);
        }
        return value.textValue();
    }
}
