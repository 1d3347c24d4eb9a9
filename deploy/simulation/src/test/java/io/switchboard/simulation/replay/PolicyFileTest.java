package io.switchboard.simulation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
    @TempDir
    private Path folder;

    private final Policy recorded = SampleDay.policy();

    @Test
    void whatTheFileDoesNotSayStaysAsRecorded() throws IOException {
        Path file = Files.writeString(folder.resolve("quicker.yaml"), "offerTimeout: 1234\n");
        Policy read = PolicyFile.read(file, recorded);
        assertThat(read.version()).isEqualTo("quicker");
        assertThat(read.offerTimeout()).isEqualTo(1_234);
        assertThat(read.channels()).isEqualTo(recorded.channels());
        assertThat(read.queues()).isEqualTo(recorded.queues());
        assertThat(read.agents().equals(recorded.agents()))
                .as("the same agents")
                .isTrue();
        assertThat(read.choosing()).isEqualTo(recorded.choosing());
        assertThat(read.msPerPriority()).isEqualTo(recorded.msPerPriority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-come-first-served", "skills-at-once"})
    void ourOwnFilesAreReadAndChangeSomething(String name) {
        Policy read = PolicyFile.read(Path.of("policies", name + ".yaml"), recorded);
        assertThat(read.version()).isEqualTo(name);
        assertThat(read.queues().equals(recorded.queues()) && read.msPerPriority() == recorded.msPerPriority())
                .as("nothing is changed")
                .isFalse();
        assertThat(read.queues())
                .extracting(Policy.Queue::name)
                .containsExactlyElementsOf(
                        recorded.queues().stream().map(Policy.Queue::name).toList());
    }
}
