package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old kubectl, which would render something else, is passed over. */
class KubectlTest {
    @TempDir
    Path folder;

    @Test
    void passesOverAnOldOne() throws IOException {
        assertThat(Kubectl.onPath(says("v4.5.7").toString())).isEmpty();
    }

    @Test
    void takesARecentOne() throws IOException {
        assertThat(Kubectl.onPath("/nowhere:" + says("v5.8.1"))).contains(folder.resolve("kubectl"));
    }

    private Path says(String version) throws IOException {
        Path program = Files.writeString(
                folder.resolve("kubectl"), "#!/bin/sh\necho '{\"kustomizeVersion\": \"" + version + "\"}'\n");
        program.toFile().setExecutable(true);
        return folder;
    }
}
