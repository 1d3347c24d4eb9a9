package io.switchboard.simulation.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.simulation.bench.ScanningEngine;
import org.junit.jupiter.api.Test;

/** The peer of the benchmark is slow, not wrong. */
class PeerTest {
    @Test
    void thePeerWaitsAsTheFormulasSay() {
        Effort effort = new Effort(60_000, 20, 2, 10_000);
        assertThat(new OracleStudy(new Run(ScanningEngine::new), effort).compare(Oracles.erlangC(10, 8)))
                .allSatisfy(comparison -> assertThat(comparison.simulated().coversAmong(100, comparison.exact()))
                        .isTrue());
    }
}
