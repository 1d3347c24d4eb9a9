package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void nothingAskedForIsAPlainStartOnTheDefaultPorts() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(8080, false, false, false));
    }

    @Test
    void optionsComeInAnyOrder() {
        assertThat(Options.parse(List.of("--demo", "--port-base", "9000", "--fresh")))
                .isEqualTo(new Options(9000, true, true, false));
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--fast")))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no option --fast; ./run --help lists those that there are.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1023", "65503", "-1", "http", "", "99999999999"})
    void aBaseWithoutRoomForEveryPortIsRefused(String base) {
        assertThatThrownBy(() -> Options.parse(List.of("--port-base", base)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("from 1024 to 65502");
    }

    @Test
    void aForgottenBaseIsRefused() {
        assertThatThrownBy(() -> Options.parse(List.of("--port-base")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--port-base needs a number from 1024 to 65502.");
    }

    @Test
    void theHelpNamesEveryOptionAndTheRealPorts() {
        assertThat(Options.explained())
                .contains("--port-base", "--fresh", "--demo", "--help")
                .contains("N+" + Ports.LAST_OFFSET, "from " + Ports.DEFAULT_BASE);
    }
}
