package io.switchboard.simulation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.routing.engine.Expectation;
import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Outcome;
import io.switchboard.simulation.centre.Outcome.Fate;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private final Calibration calibration = new Calibration();

    private void waited(long wait, int waiting, boolean told) {
        Customer customer = new Customer(0, 0, "voice", "t", "en", 0, false, null, 0, 0, 0, 1);
        Expectation expectation = told ? new Expectation(10_000, 5_000, 20_000, 9) : null;
        calibration.add(new Outcome(customer, Fate.ANSWERED, wait, 1, expectation, told ? waiting : 0));
    }

    @Test
    void waitsAreHeldAgainstBothEndsAndTheTypicalOne() {
        waited(4_000, 1, true);
        waited(5_000, 1, true);
        waited(20_000, 3, true);
        waited(21_000, 3, true);
        waited(30_000, 0, false);
        waited(0, 0, false);
        assertThat(calibration.all().below()).isEqualTo(.25);
        assertThat(calibration.all().above()).isEqualTo(.25);
        assertThat(calibration.all().inside()).isEqualTo(.5);
        assertThat(calibration.all().bias()).isEqualTo((40 - 50) / 50.0, within(1e-9));
        assertThat(calibration.told()).isEqualTo(4 / 5.0);
        assertThat(calibration.byWaiting().keySet()).containsExactly(1, 2);
    }

    @Test
    void whoLeftSaysNothing() {
        Customer customer = new Customer(0, 0, "voice", "t", "en", 0, false, null, 0, 0, 0, 1);
        calibration.add(new Outcome(customer, Fate.ABANDONED, 9, 0, new Expectation(1, 1, 1, 9), 1));
        assertThat(calibration.all().count()).isZero();
    }
}
