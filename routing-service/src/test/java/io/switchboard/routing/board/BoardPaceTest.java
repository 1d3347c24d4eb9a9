package io.switchboard.routing.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.centre.RandomStory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Prints how fast boards are kept, read and repaired; fails only where it is far too slow. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
class BoardPaceTest {
    private static final int READS = 200;
    /** Any key: what makes a board is in the events. */
    private static final String PARTITION = "acme/past";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    RedisDataSource redis;

    @Inject
    KeepBoard keeper;

    @Inject
    ReplayEvents replay;

    @Inject
    RepairBoards repairs;

    @Inject
    Boards boards;

    @Test
    void eventsAreAppliedOneByOneAndBoardsRead() {
        List<RoutingEvent> events = RandomStory.events(3, 2_000, "one-by-one");
        double seconds = seconds(() -> {
            for (RoutingEvent event : events) {
                keeper.apply(event, 0).await().atMost(Duration.ofSeconds(5));
            }
        });
        long rate = Math.round(events.size() / seconds);
        Instant now = events.getLast().at();
        double reading = seconds(() -> {
            for (int i = 0; i < READS; i++) {
                boards.of("acme", "one-by-one", now).await().atMost(Duration.ofSeconds(5));
            }
        });
        System.out.printf("board: %d events/s applied, %.1f ms to read%n", rate, reading * 1000 / READS);
        assertThat(rate).isGreaterThan(100);
    }

    @Test
    void aPartitionIsRepaired() throws InterruptedException, ExecutionException {
        List<RoutingEvent> events = new ArrayList<>();
        List<String> centres = IntStream.range(0, 4).mapToObj(i -> "past-" + i).toList();
        centres.forEach(centre -> events.addAll(RandomStory.events(centre.hashCode(), 1_000, centre)));
        int partition = send(events);
        Map<String, Replayed> replayed = new HashMap<>();
        double reading = seconds(() -> replayed.putAll(replay.replay(partition)));
        long all = replayed.values().stream()
                .mapToLong(board -> board.floor().sequence())
                .sum();
        assertThat(all).isGreaterThanOrEqualTo(events.size());
        centres.forEach(centre -> redis.execute("DEL", BoardKeys.prefix("acme", centre) + "sequence"));
        double whole = seconds(() -> repairs.repair(partition).await().atMost(Duration.ofMinutes(1)));
        System.out.printf(
                "board: %d events replayed in %.1f s (%d/s), %d boards repaired in %.1f s%n",
                all, reading, Math.round(all / reading), replayed.size(), whole);
        assertThat(all / whole).isGreaterThan(500);
    }

    private int send(List<RoutingEvent> events) throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (RoutingEvent event : events) {
                producer.send(new ProducerRecord<>(Topics.ROUTING_EVENTS, PARTITION, EventJson.write(event)));
            }
            producer.flush();
            return producer.send(
                            new ProducerRecord<>(Topics.ROUTING_EVENTS, PARTITION, EventJson.write(events.getLast())))
                    .get()
                    .partition();
        }
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
