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
        Ports ports = Ports.pickFree();
        try (ServerSocket taker = new ServerSocket()) {
            taker.bind(Sockets.address(ports.keycloak()));

            assertThatThrownBy(() -> Preflight.portsAreFree(ports))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("Port " + ports.keycloak() + ", which keycloak needs, is taken")
                    .hasMessageEndingWith("choose other ports with ./run --port-base N.");
        }
        assertThatCode(() -> Preflight.portsAreFree(ports)).doesNotThrowAnyException();
    }
}
