package io.switchboard.simulation.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.measure.Fairness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agents who are there for 100 s. */
class DesksTest {
    private final Desks desks = new Desks(2);

    @BeforeEach
    void bothCome() {
        desks.presence(0, 0, Presence.AVAILABLE);
        desks.presence(0, 1, Presence.AVAILABLE);
    }

    private void close() {
        desks.elapse(100_000);
        desks.close();
    }

    @Test
    void twoThingsAtOnceAreBusyOnce() {
        desks.take(10_000, 0);
        desks.take(20_000, 0);
        desks.free(40_000, 0);
        desks.free(60_000, 0);
        close();
        assertThat(desks.busy()).containsExactly(50_000, 0);
        assertThat(Fairness.occupancy(desks)).isEqualTo(.25);
    }

    @Test
    void aPauseIsNotStaffedButFinishingInItIs() {
        desks.take(10_000, 0);
        desks.presence(20_000, 0, Presence.AWAY);
        desks.free(30_000, 0);
        close();
        assertThat(desks.staffed()).containsExactly(30_000, 100_000);
    }

    @Test
    void whatComesAfterTheEndDoesNotCount() {
        desks.take(90_000, 0);
        close();
        desks.free(500_000, 0);
        assertThat(desks.busy()).containsExactly(10_000, 0);
    }

    @Test
    void itIsFairWhenBothDoTheSameAndHalfWhenOneDoesAll() {
        desks.take(0, 0);
        close();
        assertThat(Fairness.jain(desks)).isEqualTo(.5, within(1e-9));
        Desks fair = new Desks(2);
        fair.presence(0, 0, Presence.AVAILABLE);
        fair.presence(0, 1, Presence.AVAILABLE);
        fair.take(0, 0);
        fair.take(0, 1);
        fair.elapse(100_000);
        fair.close();
        assertThat(Fairness.jain(fair)).isEqualTo(1, within(1e-9));
    }
}
