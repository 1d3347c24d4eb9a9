package io.switchboard.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private record Batch(List<String> texts, CompletableFuture<Void> done) {}

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Batch> begun = new LinkedBlockingQueue<>();
    private final Together together = new Together(2, 3, records -> {
        var batch = new Batch(
                records.stream().map(one -> new String(one.getPayload(), UTF_8)).toList(), new CompletableFuture<>());
        begun.add(batch);
        return Uni.createFrom().completionStage(batch.done());
    });

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatComesMeanwhileGoesTogetherAndInOrder() throws InterruptedException {
        take(0, "a");
        Batch first = next();
        assertThat(first.texts()).containsExactly("a");
        IntStream.range(0, 5).forEach(i -> take(0, "b" + i));
        assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();
        first.done().complete(null);
        Batch second = next();
        assertThat(second.texts()).containsExactly("b0", "b1", "b2");
        second.done().complete(null);
        assertThat(next().texts()).containsExactly("b3", "b4");
    }

    @Test
    void aBatchThatIsNotAcknowledgedHoldsUpNobody() throws InterruptedException {
        take(0, "a");
        Batch first = next();
        take(0, "b");
        first.done().completeExceptionally(new IllegalStateException("the broker is away"));
        assertThat(next().texts()).containsExactly("b");
    }

    @Test
    void lanesDoNotWaitForEachOther() throws InterruptedException {
        take(0, "a");
        take(1, "b");
        assertThat(List.of(next().texts(), next().texts())).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
        take(2, "behind a, which is in hand");
        assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void moreThanThereIsRoomForWaitsUntilSomeAreDone() throws InterruptedException {
        take(0, "a");
        Batch first = next();
        IntStream.range(0, 10).forEach(i -> assertThat(take(0, "b" + i)).isDone());
        CompletableFuture<Void> full = take(0, "the twelfth");
        assertThat(full).isNotDone();
        first.done().complete(null);
        assertThat(full).succeedsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void aLongOneTakesTheRoomOfMany() {
        assertThat(take(0, "x".repeat(1_000_000))).isNotDone();
    }

    private Batch next() throws InterruptedException {
        return begun.poll(5, TimeUnit.SECONDS);
    }

    /** Returns when there is room for the next. */
    private CompletableFuture<Void> take(int partition, String text) {
        CompletableFuture<CompletableFuture<Void>> taken = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(_ ->
                        taken.complete(together.take(record(partition, text)).subscribeAsCompletionStage()));
        return taken.join();
    }

    private static Message<byte[]> record(int partition, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var record = new ConsumerRecord<>("topic", partition, 0, "key", bytes);
        return Message.of(bytes, Metadata.of(new IncomingKafkaRecordMetadata<>(record, "channel")));
    }
}
