package io.switchboard.simulation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Outcome;
import io.switchboard.simulation.centre.Outcome.Fate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five customers with a target of 20 s: at once, in 10 s, in 60 s (important), gone after 30 s, not let in. */
class MeasuresTest {
    private final Measures measures = new Measures();

    @BeforeEach
    void fiveCustomers() {
        measures.add(outcome(Fate.ANSWERED, 0, 100_000, 1));
        measures.add(outcome(Fate.ANSWERED, 10_000, 200_000, 1));
        measures.add(outcome(Fate.ANSWERED, 60_000, 300_000, 5));
        measures.add(outcome(Fate.ABANDONED, 30_000, 0, 1));
        measures.add(outcome(Fate.BLOCKED, 0, 0, 1));
    }

    private static Outcome outcome(Fate fate, long waited, long handled, double weight) {
        Customer customer = new Customer(0, 0, "voice", "t", "en", 0, false, null, 0, handled, 20_000, weight);
        return new Outcome(customer, fate, waited, handled, null, 0);
    }

    @Test
    void serviceLevelCountsWhoLeftAsMissed() {
        assertThat(measures.serviceLevel()).isEqualTo(2 / 4.0);
    }

    @Test
    void speedOfAnswerIsOfWhoWasAnswered() {
        assertThat(measures.speedOfAnswer()).isEqualTo(70 / 3.0, within(1e-9));
    }

    @Test
    void meanWaitIsOfAllWhoWereLetIn() {
        assertThat(measures.meanWait()).isEqualTo(100 / 4.0);
    }

    @Test
    void abandonmentIsOfWhoWasLetIn() {
        assertThat(measures.abandonment()).isEqualTo(1 / 4.0);
    }

    @Test
    void blockingIsOfAllWhoCame() {
        assertThat(measures.blocking()).isEqualTo(1 / 5.0);
    }

    @Test
    void delayedIsWhoWaitedAtAll() {
        assertThat(measures.delayed()).isEqualTo(3 / 4.0);
    }

    @Test
    void handlingTimeIsOfWhoWasAnswered() {
        assertThat(measures.handlingTime()).isEqualTo(200);
    }

    @Test
    void tardinessIsTheTimeOverTheTargetByWeight() {
        assertThat(measures.tardiness()).isEqualTo((5 * 40 + 10) / 8.0);
    }
}
