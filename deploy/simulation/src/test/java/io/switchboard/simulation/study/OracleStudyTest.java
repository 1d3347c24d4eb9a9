package io.switchboard.simulation.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run against the formulas: the interval is wide, so what it finds is gross. */
class OracleStudyTest {
    private static final Effort SHORT = new Effort(60_000, 20, 2, 10_000);

    static List<Oracles.Oracle> centres() {
        return List.of(Oracles.erlangC(10, 8), Oracles.erlangA(50, 55, 1), Oracles.erlangB(20, 18, 1.5));
    }

    @ParameterizedTest
    @MethodSource("centres")
    void theEngineWaitsAsTheFormulasSay(Oracles.Oracle oracle) {
        assertThat(new OracleStudy(SHORT).compare(oracle)).allSatisfy(comparison -> {
            assertThat(comparison.simulated().coversAmong(100, comparison.exact()))
                    .as(comparison.toString())
                    .isTrue();
            assertThat(comparison.simulated().half()).isLessThan(comparison.exact() / 4);
        });
    }
}
