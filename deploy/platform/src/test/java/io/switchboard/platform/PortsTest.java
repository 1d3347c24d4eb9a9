package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.platform.parts.PartName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports(9000);

    @Test
    void noTwoPartsShareAPort() {
        long needed = Arrays.stream(PartName.values())
                .mapToLong(part -> ports.of(part).size())
                .sum();

        assertThat(ports.all()).hasSize((int) needed);
    }

    @Test
    void everyPortLiesWithinTheRangeThatTheHelpPromises() {
        assertThat(ports.all().keySet()).allMatch(port -> port >= 9000 && port <= 9000 + Ports.LAST_OFFSET);
    }

    @Test
    void theLastPortOfTheHighestBaseIsAPort() {
        assertThat(new Ports(Ports.HIGHEST_BASE).all().keySet()).allMatch(port -> port <= 65_535);
    }

    @Test
    void theGatewayHasTheBaseAndItsChecksTenMore() {
        assertThat(ports.of(PartName.CHANNEL_GATEWAY)).containsExactly(9000, 9010);
    }

    @Test
    void anEngineHasNoServicePort() {
        assertThatThrownBy(() -> ports.service(PartName.KAFKA)).isInstanceOf(IllegalArgumentException.class);
    }
}
