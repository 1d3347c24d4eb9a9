package io.switchboard.simulation.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    private static final Offset<Double> LAST_DIGIT = within(5.1e-7);
    private static final double TWENTY_SECONDS = 20.0 / 300;

    @ParameterizedTest
    @CsvSource({
        "10, 8, .409180, .204590, .641896",
        "50, 45, .363864, .072773, .739280",
        "100, 95, .506457, .101291, .637108",
        "200, 190, .365264, .036526, .812467"
    })
    void erlangCIsAsInTheTable(int agents, double load, double delayed, double wait, double level) {
        ErlangC exact = new ErlangC(agents, load);
        assertThat(exact.delayed()).isEqualTo(delayed, LAST_DIGIT);
        assertThat(exact.meanWait()).isEqualTo(wait, LAST_DIGIT);
        assertThat(exact.serviceLevel(TWENTY_SECONDS)).isEqualTo(level, LAST_DIGIT);
    }

    @ParameterizedTest
    @CsvSource({"50, 55, 1, .767795, .110301", "100, 110, .5, .929116, .094618"})
    void erlangAIsAsInTheTable(int agents, double load, double leaving, double delayed, double abandoned) {
        BirthAndDeath exact = new BirthAndDeath(agents, load, leaving, Integer.MAX_VALUE);
        assertThat(exact.delayed()).isEqualTo(delayed, LAST_DIGIT);
        assertThat(exact.abandonment()).isEqualTo(abandoned, LAST_DIGIT);
    }

    @Test
    void withoutLeavingTheChainIsErlangC() {
        ErlangC exact = new ErlangC(50, 45);
        BirthAndDeath chain = new BirthAndDeath(50, 45, 0, Integer.MAX_VALUE);
        assertThat(chain.delayed()).isEqualTo(exact.delayed(), within(1e-9));
        assertThat(chain.meanWait()).isEqualTo(exact.meanWait(), within(1e-9));
    }

    @Test
    void withoutRoomToWaitTheChainIsErlangB() {
        BirthAndDeath chain = new BirthAndDeath(20, 18, 0, 20);
        assertThat(chain.blocking()).isEqualTo(ErlangB.blocking(20, 18), within(1e-12));
        assertThat(chain.delayed()).isEqualTo(0, within(1e-12));
    }

    @Test
    void oneAgentWithExponentialHandlingIsErlangC() {
        assertThat(PollaczekKhinchine.meanWait(.7, 1)).isEqualTo(new ErlangC(1, .7).meanWait(), within(1e-12));
    }

    @Test
    void aLoadThatGrowsForEverIsRefused() {
        assertThatThrownBy(() -> new ErlangC(10, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
