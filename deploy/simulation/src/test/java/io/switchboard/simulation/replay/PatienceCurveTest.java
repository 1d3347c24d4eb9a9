package io.switchboard.simulation.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.customers.Streams;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceCurveTest {
    private static final double MEAN = 180_000;
    private final RandomGenerator chance = Streams.of(1, "test");

    /** Of most customers it is known only that they were served before their patience was over. */
    private PatienceCurve learnt() {
        PatienceCurve curve = new PatienceCurve();
        for (int i = 0; i < 100_000; i++) {
            double patience = MEAN * chance.nextExponential();
            double served = 60_000 * chance.nextExponential();
            curve.learn((long) Math.min(patience, served), patience < served);
        }
        return curve;
    }

    @Test
    void theMeanIsFoundAlthoughMostWereServedBefore() {
        PatienceCurve curve = learnt();
        double mean = IntStream.range(0, 100_000)
                .mapToLong(i -> curve.drawLongerThan(0, chance))
                .average()
                .orElseThrow();
        assertThat(mean).isEqualTo(MEAN, within(.05 * MEAN));
    }

    @Test
    void whoWaitedHasPatienceLeft() {
        PatienceCurve curve = learnt();
        assertThat(IntStream.range(0, 1_000).mapToLong(i -> curve.drawLongerThan(90_000, chance)))
                .allSatisfy(patience -> assertThat(patience).isGreaterThanOrEqualTo(90_000));
    }

    @Test
    void whereNobodyEverLeftNobodyLeaves() {
        PatienceCurve curve = new PatienceCurve();
        curve.learn(50_000, false);
        assertThat(curve.drawLongerThan(10_000, chance)).isEqualTo(Customer.ENDLESS);
    }
}
