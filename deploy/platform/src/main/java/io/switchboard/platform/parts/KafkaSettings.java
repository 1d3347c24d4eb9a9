package io.switchboard.platform.parts;

import io.switchboard.platform.process.Sockets;
import java.nio.file.Path;

/** The broker's settings for one machine: every count of copies is one, and nothing waits for a second broker. */
final class KafkaSettings {
    private KafkaSettings() {}

    /** Returns the broker's {@code server.properties}. */
    static String of(Path logs, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s:%3$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=PLAINTEXT://%1$s:%2$d
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%4$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=10
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=10
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=8388608
                # A transaction whose writer was killed is aborted soon after its time-out, not within ten seconds of it.
                transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
                """.formatted(Sockets.HOST, port, controllerPort, logs);
    }

    /** Returns the broker's logging: to standard output, which the launcher keeps. */
    static String logging() {
        return """
                status=warn
                appender.out.type=Console
                appender.out.name=out
                appender.out.layout.type=PatternLayout
                appender.out.layout.pattern=%d{ISO8601} %-5p %c{1} %m%n
                rootLogger.level=info
                rootLogger.appenderRef.out.ref=out
                """;
    }
}
