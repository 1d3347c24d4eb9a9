package io.switchboard.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.io.IOException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The way out for a stream of very many events: to the producer of a channel itself, past the connector, whose machinery
 * takes as long for a record as everything else that is done with it. The channel's settings hold as ever.
 */
public final class Outlet {
    private final KafkaClientService clients;
    private final TextMapPropagator traces;
    private final String channel;
    private final String topic;

    /**
     * Makes an outlet.
     *
     * @param channel an outgoing channel; something must open it, such as a method that never sends
     * @param topic where the events go
     */
    public Outlet(KafkaClientService clients, OpenTelemetry telemetry, String channel, String topic) {
        this.clients = clients;
        this.traces = telemetry.getPropagators().getTextMapPropagator();
        this.channel = channel;
        this.topic = topic;
    }

    /**
     * Sends an event.
     *
     * @param key the partition key the topic's page asks for
     * @param trace what the event belongs to
     * @return completes when Kafka has acknowledged the record, fails when it did not
     */
    public Uni<Void> send(String key, EventHeaders headers, Object event, Context trace) {
        var record = new ProducerRecord<>(topic, null, key, EventJson.write(event), headers.toKafka());
        traces.inject(trace, record.headers(), (carrier, name, value) -> {
            if (carrier != null) {
                carrier.add(name, value.getBytes(UTF_8));
            }
        });
        return Uni.createFrom().emitter(done -> send(record, done));
    }

    private void send(ProducerRecord<String, byte[]> record, UniEmitter<? super Void> done) {
        try {
            var _ = producer().send(record, (_, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.fail(failure);
                }
            });
        } catch (IllegalStateException closed) {
            // The service stops: whoever takes the record up again can send it.
            done.fail(new IOException("the producer is closed", closed));
        }
    }

    private Producer<String, byte[]> producer() {
        return clients.<String, byte[]>getProducer(channel).unwrap();
    }
}
