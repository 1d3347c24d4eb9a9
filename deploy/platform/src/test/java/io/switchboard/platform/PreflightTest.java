package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void aTakenPortIsRefusedWithItsPartAndAWayOut() throws IOException, InterruptedException {
        Ports ports = freePorts();
        try (ServerSocket taker = new ServerSocket()) {
            taker.bind(Sockets.address(ports.keycloak()));

            assertThatThrownBy(() -> Preflight.portsAreFree(ports))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("Port " + ports.keycloak() + ", which keycloak needs, is taken")
                    .hasMessageEndingWith("choose other ports with ./run --port-base N.");
        }
        assertThatCode(() -> Preflight.portsAreFree(ports)).doesNotThrowAnyException();
    }

    /** Below the ports that systems lend out by themselves, so that nothing takes one between the two checks. */
    private static Ports freePorts() throws InterruptedException {
        for (int base = 20_000; base < 30_000; base += 100) {
            Ports ports = new Ports(base);
            if (ports.all().keySet().stream().allMatch(Sockets::free)) {
                return ports;
            }
        }
        throw new IllegalStateException("No free range of ports");
    }
}
