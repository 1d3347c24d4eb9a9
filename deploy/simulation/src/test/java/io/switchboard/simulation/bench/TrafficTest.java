package io.switchboard.simulation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Engine;
import io.switchboard.simulation.dispatch.Router;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured is what is said: a full centre with about four commands for each work. */
class TrafficTest {
    static Stream<Arguments> routers() {
        return Stream.of(
                Arguments.of("engine", Router.of(new Engine()), Size.SMALL.agents),
                Arguments.of("peer", new ScanningEngine(), 20));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routers")
    void thereAreAboutFourCommandsForEachWork(String name, Router router, int present) {
        Traffic traffic = new Traffic(router, BenchCentre.policy(Size.SMALL, Vectors.TEAMS), Size.SMALL, present);
        traffic.fill();
        long before = traffic.accepted();
        long refusedBefore = traffic.refused();
        int commands = 4_000;
        for (int i = 0; i < commands; i++) {
            traffic.tell(traffic.next());
        }
        assertThat((double) commands / (traffic.accepted() - before)).isBetween(3.5, 4.5);
        assertThat((double) (traffic.refused() - refusedBefore) / commands).isLessThan(.05);
        assertThat(traffic.waiting()).isBetween(Size.SMALL.waiting - 50, Size.SMALL.waiting + 50);
    }
}
