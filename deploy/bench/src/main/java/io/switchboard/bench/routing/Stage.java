package io.switchboard.bench.routing;

import io.switchboard.platform.Checkout;
import io.switchboard.platform.parts.EngineSpace;
import io.switchboard.platform.parts.KafkaPart;
import io.switchboard.platform.parts.RedisPart;
import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Kafka and a Redis of its own, in a folder that nobody else uses, and the replicas of routing on them. */
final class Stage implements AutoCloseable {
    private final Path folder;
    private final KafkaPart kafka;
    private final RedisPart redis;
    private final List<Replica> replicas = new ArrayList<>();

    Stage() throws IOException, InterruptedException {
        Path parent =
                Files.createDirectories(Path.of("deploy", "bench", "target").toAbsolutePath());
        folder = Files.createTempDirectory(parent, "routing-");
        List<Integer> ports = Sockets.pickFree(3);
        kafka = new KafkaPart(space("kafka"), ports.get(0), ports.get(1));
        redis = new RedisPart(space("redis"), ports.get(2));
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "ends-stage"));
        kafka.start();
        redis.start();
    }

    private EngineSpace space(String engine) {
        return new EngineSpace(Checkout.find().engines(), folder.resolve(engine), folder.resolve("log-" + engine));
    }

    String brokers() {
        return kafka.bootstrapServers();
    }

    /** Starts a replica and waits until it is ready. */
    Replica start(String instance, int standbys) throws InterruptedException {
        var replica = new Replica(instance, folder, brokers(), redis.url(), standbys);
        replicas.add(replica);
        replica.start();
        return replica;
    }

    private void kill() {
        replicas.forEach(Replica::kill);
        redis.kill();
        kafka.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
