package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.platform.parts.PartName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services run in folders of their own: a folder of the checkout is named whole. */
class ServiceEnvironmentTest {
    @Test
    void customerProfileFindsTheSources(@TempDir Path state) {
        var options = SuiteOptions.forTests(new StateFolder(state), Ports.pickFree());

        String sources =
                new ServiceEnvironment(options).of(PartName.CUSTOMER_PROFILE).get("SWITCHBOARD_SOURCES_DIR");

        assertThat(Path.of(sources)).isAbsolute();
        assertThat(Path.of(sources, "crm-acme.yaml")).exists();
    }
}
