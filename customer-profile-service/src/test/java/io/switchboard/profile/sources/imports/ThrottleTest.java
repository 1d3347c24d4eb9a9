package io.switchboard.profile.sources.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Imports make room for messages, and take it back when none come. */
class ThrottleTest {
    private static final long BATCH_NANOS = Duration.ofMillis(20).toNanos();

    private record Messages(boolean flow, boolean busy, Duration behind) implements LiveIntake {}

    private static Throttle beside(boolean flow, boolean busy, Duration behind) {
        ImportConfig config = new SmallRyeConfigBuilder()
                .withMapping(ImportConfig.class)
                .withDefaultValues(Map.of(
                        "java.io.tmpdir", "unused",
                        "switchboard.imports.share-beside-messages", "0.25",
                        "switchboard.imports.rows-per-second", "0"))
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .build()
                .getConfigMapping(ImportConfig.class);
        return new Throttle(config, new Messages(flow, busy, behind));
    }

    private static Duration rest(Throttle throttle) throws InterruptedException {
        long start = System.nanoTime();
        assertThat(throttle.await(20, BATCH_NANOS)).isTrue();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void stepsAreSmallWhileMessagesCome() {
        assertThat(beside(true, false, Duration.ZERO).batch()).isEqualTo(50);
        assertThat(beside(false, false, Duration.ZERO).batch()).isEqualTo(200);
    }

    @Test
    void itRestsThreeTimesAsLongAsItWorksWhileMessagesAreRead() throws InterruptedException {
        assertThat(rest(beside(true, true, Duration.ZERO))).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    @Timeout(10)
    void itNeedNotRestBetweenMessages() throws InterruptedException {
        assertThat(beside(true, false, Duration.ZERO)
                        .await(50, Duration.ofDays(1).toNanos()))
                .isTrue();
    }

    @Test
    void itPausesWhileMessagesAreBehind() throws InterruptedException {
        assertThat(beside(true, true, Duration.ofSeconds(1)).await(0, 0)).isFalse();
    }
}
