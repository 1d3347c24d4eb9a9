package io.switchboard.profile.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes {@code messages.identified}. */
@ApplicationScoped
class IdentifiedMessages {
    private final MutinyEmitter<byte[]> topic;
    private final Counter identified;

    IdentifiedMessages(@Channel("identified") MutinyEmitter<byte[]> topic, MeterRegistry metrics) {
        this.topic = topic;
        this.identified = metrics.counter("switchboard.identified");
    }

    /** Passes a message on to routing, in the trace it belongs to; completes when Kafka has it. */
    Uni<Void> publish(MessageIdentified event, Context trace) {
        Message message = event.message();
        String id = message.messageId().toString();
        var headers = new EventHeaders(
                id,
                EventTypes.MESSAGE_IDENTIFIED,
                "/customer-profile",
                id,
                Instant.now(),
                message.tenant(),
                message.centre());
        return Events.send(topic, Keys.centre(message.tenant(), message.centre()), headers, event, trace)
                .invoke(() -> identified.increment());
    }
}
