package io.switchboard.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void aChildThatEndsWhileStartingIsNamedWithTheEndOfItsLog() {
        ChildProcess child = ChildProcess.start(shell("echo no room for logs; exit 3"));

        assertThatThrownBy(() -> child.awaitReady(() -> false, SOON))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("kafka ended with code 3 while starting")
                .hasMessageContaining("no room for logs");
    }

    @Test
    void aChildThatNeverAnswersIsGivenUp() {
        ChildProcess child = ChildProcess.start(shell("sleep 60"));
        try {
            assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(200)))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("did not answer within");
        } finally {
            child.kill();
        }
    }

    @Test
    void aStubbornChildIsEndedByForce() {
        ChildProcess child = ChildProcess.start(shell("trap '' TERM; while :; do sleep 1; done"));

        child.stop(Duration.ofMillis(300));

        assertThat(child.alive()).isFalse();
    }

    @Test
    void aMissingProgramIsNamed() {
        ProcessSpec spec =
                new ProcessSpec("redis", List.of("/no/such/program"), folder, Map.of(), folder.resolve("log"));

        assertThatThrownBy(() -> {
                    ChildProcess child = ChildProcess.start(spec);
                    child.awaitReady(() -> false, SOON);
                })
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("redis")
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void aRunThatFailsIsAFailure() {
        assertThatThrownBy(() -> ChildProcess.run(shell("exit 1"), SOON))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("ended with code 1");
    }

    private ProcessSpec shell(String script) {
        return new ProcessSpec("kafka", List.of("sh", "-c", script), folder, Map.of(), folder.resolve("log"));
    }
}
