package io.switchboard.platform.parts;

import io.switchboard.platform.process.ChildProcess;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.ProcessSpec;
import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Kafka broker that is its own controller, in its own JVM, with every topic of the suite. */
public final class KafkaPart extends ProcessPart {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final String CLUSTER_ID = "c3dpdGNoYm9hcmQtbG9jYQ";

    private final EngineSpace space;
    private final int port;
    private final int controllerPort;

    /** Prepares a broker on {@code port} whose controller listens on {@code controllerPort}. */
    public KafkaPart(EngineSpace space, int port, int controllerPort) {
        super(PartName.KAFKA, START_LIMIT, STOP_GRACE);
        this.space = space;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Returns the address for clients. */
    public String bootstrapServers() {
        return Sockets.HOST + ":" + port;
    }

    @Override
    ProcessSpec prepare() throws InterruptedException {
        try {
            Files.createDirectories(space.data());
            Path properties = Files.writeString(
                    space.data().resolve("server.properties"),
                    KafkaSettings.of(space.data().resolve("log"), port, controllerPort));
            Path logging = Files.writeString(space.data().resolve("log4j2.properties"), KafkaSettings.logging());
            format(properties, logging);
            return spec(logging, "kafka.Kafka", properties.toString());
        } catch (IOException unwritable) {
            throw new PartFailedException(
                    "kafka's files can't be written or read: " + unwritable.getMessage(), unwritable);
        }
    }

    private void format(Path properties, Path logging) throws InterruptedException, IOException {
        if (Files.exists(space.data().resolve("log/meta.properties"))) {
            return;
        }
        ChildProcess.run(
                spec(
                        logging,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        CLUSTER_ID,
                        "-c",
                        properties.toString(),
                        "--ignore-formatted"),
                START_LIMIT);
    }

    /** Given in the environment: a command line of this length could not be read back whole from the system. */
    private String classPath() throws IOException {
        return Files.readString(space.engines().resolve("kafka.classpath")).strip();
    }

    private ProcessSpec spec(Path logging, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessSpec.java(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + logging,
                mainClass));
        command.addAll(List.of(arguments));
        return new ProcessSpec(name().label(), command, space.data(), Map.of("CLASSPATH", classPath()), space.log());
    }

    /** A listening port comes first; only then is it worth a client, which would wait and warn. */
    @Override
    boolean answers() throws InterruptedException {
        return Sockets.answers(port) && new KafkaTopics(bootstrapServers()).brokerAnswers();
    }

    @Override
    void settle() throws InterruptedException {
        new KafkaTopics(bootstrapServers()).create();
    }
}
