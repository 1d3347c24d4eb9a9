package io.switchboard.bench.understanding;

import io.switchboard.contracts.Topics;
import io.switchboard.platform.Checkout;
import io.switchboard.platform.parts.EngineSpace;
import io.switchboard.platform.parts.KafkaPart;
import io.switchboard.platform.parts.KafkaTopics;
import io.switchboard.platform.parts.Part;
import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.parts.ServicePart;
import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A broker of its own and the packaged service as {@code ./run} starts it, in a folder that goes with them. */
final class Stage implements AutoCloseable {
    private final Path folder;
    private final KafkaPart kafka;
    private final ServicePart service;
    private final int managementPort;
    private final Thread hook = new Thread(this::end, "ends-stage");

    Stage() throws IOException {
        Path parent =
                Files.createDirectories(Path.of("deploy", "bench", "target").toAbsolutePath());
        folder = Files.createTempDirectory(parent, "understanding-");
        List<Integer> ports = Sockets.pickFree(4);
        Checkout checkout = Checkout.find();
        kafka = new KafkaPart(
                new EngineSpace(checkout.engines(), folder.resolve("kafka"), folder.resolve("kafka.log")),
                ports.get(0),
                ports.get(1));
        managementPort = ports.get(3);
        service = new ServicePart(
                PartName.SENTIMENT,
                checkout.service("sentiment-service"),
                folder.resolve("service"),
                folder.resolve("service.log"),
                managementPort,
                environment(ports.get(2), managementPort));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The same as the local platform gives; there is no identity provider, since nobody calls. */
    private Map<String, String> environment(int port, int managementPort) {
        return Map.of(
                "MALLOC_ARENA_MAX",
                "2",
                "QUARKUS_HTTP_HOST",
                Sockets.HOST,
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_MANAGEMENT_HOST",
                Sockets.HOST,
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(managementPort),
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers());
    }

    void start() throws InterruptedException {
        kafka.start();
        service.start();
    }

    String brokers() {
        return kafka.bootstrapServers();
    }

    ProcessHandle broker() {
        return handle(kafka);
    }

    ProcessHandle service() {
        return handle(service);
    }

    private static ProcessHandle handle(Part part) {
        return part.process().orElseThrow(() -> new IllegalStateException(part.name() + " does not run"));
    }

    /** Returns where the service tells its metrics. */
    URI metrics() {
        return URI.create("http://" + Sockets.HOST + ":" + managementPort + "/q/metrics");
    }

    /** Returns how many messages the service gave up. */
    long deadLetters() throws Exception {
        String topic = Topics.deadLetter(Topics.MESSAGES_RECEIVED);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
            var latest = IntStream.range(0, KafkaTopics.PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(i -> new TopicPartition(topic, i), _ -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private void end() {
        service.kill();
        kafka.kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println(folder + " was not removed: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (Runtime.getRuntime().removeShutdownHook(hook)) {
            end();
        }
    }
}
