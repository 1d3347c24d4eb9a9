package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.platform.parts.PartName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path temporary;

    @Test
    void emptyingRemovesDataButNotTheLockNorWhatLinksPointTo() throws IOException {
        Path precious = Files.writeString(
                Files.createDirectory(temporary.resolve("program")).resolve("jar"), "x");
        StateFolder state = new StateFolder(temporary.resolve("state"));
        state.create();
        try (StateLock held = StateLock.take(state)) {
            Path data = Files.createDirectories(state.data(PartName.KEYCLOAK));
            Files.createSymbolicLink(data.resolve("lib"), precious.getParent());

            state.empty();

            assertThat(data).doesNotExist();
            assertThat(state.lock()).exists();
            assertThat(precious).exists();
        }
    }

    @Test
    void aSecondLauncherIsRefusedUntilTheFirstLetsGo() throws IOException {
        StateFolder state = new StateFolder(temporary);
        state.create();
        try (StateLock held = StateLock.take(state)) {
            assertThatThrownBy(() -> StateLock.take(state))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("already runs");
        }
        StateLock.take(state).close();
    }

    @Test
    void theLockTellsWhoHoldsIt() throws IOException {
        StateFolder state = new StateFolder(temporary);
        state.create();
        try (StateLock held = StateLock.take(state)) {
            assertThat(state.lock()).hasContent(ProcessHandle.current().pid() + "\n");
        }
    }
}
