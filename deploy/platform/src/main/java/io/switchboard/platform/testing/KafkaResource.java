package io.switchboard.platform.testing;

import io.switchboard.platform.parts.KafkaPart;
import io.switchboard.platform.process.Sockets;
import java.util.List;
import java.util.Map;

/** A real Kafka broker with every topic of the suite. Gives {@code kafka.bootstrap.servers}. */
public final class KafkaResource extends EngineResource<KafkaPart> {
    /** Called by Quarkus. */
    public KafkaResource() {}

    @Override
    KafkaPart prepare() {
        List<Integer> ports = Sockets.pickFree(2);
        return new KafkaPart(TestSpace.fresh("kafka"), ports.getFirst(), ports.getLast());
    }

    @Override
    Map<String, String> configuration(KafkaPart started) {
        return Map.of("kafka.bootstrap.servers", started.bootstrapServers());
    }
}
