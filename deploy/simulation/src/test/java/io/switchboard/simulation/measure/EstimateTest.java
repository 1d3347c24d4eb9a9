package io.switchboard.simulation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.simulation.customers.Streams;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void theIntervalIsStudents() {
        Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.half()).isEqualTo(2.776445 * Math.sqrt(2.5 / 5), within(1e-5));
    }

    @Test
    void nineteenOfTwentyIntervalsCoverTheMean() {
        RandomGenerator chance = Streams.of(1, "coverage");
        long covering = IntStream.range(0, 4_000)
                .filter(i -> Estimate.of(IntStream.range(0, 6)
                                .mapToObj(j -> chance.nextGaussian())
                                .toList())
                        .covers(0))
                .count();
        assertThat(covering / 4_000.0).isBetween(.94, .96);
    }

    @Test
    void manyIntervalsThatHoldTogetherAreWider() {
        Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        double justOutside = 3 + estimate.half() * 1.01;
        assertThat(estimate.covers(justOutside)).isFalse();
        assertThat(estimate.coversAmong(20, justOutside)).isTrue();
        assertThat(estimate.coversAmong(1, justOutside)).isFalse();
    }
}
