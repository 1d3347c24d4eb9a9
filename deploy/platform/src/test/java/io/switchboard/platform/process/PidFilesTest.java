package io.switchboard.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    @TempDir
    Path folder;

    private Process child;
    private PidFiles pids;

    @BeforeEach
    void aChildThatNamesTheFolder() throws IOException {
        // The shell stays the child, its command line holding the folder.
        child = new ProcessBuilder("sh", "-c", "while sleep 1; do :; done", folder.toString()).start();
        pids = new PidFiles(folder.resolve("pid"), folder.toString());
    }

    @AfterEach
    void end() {
        child.destroyForcibly();
    }

    @Test
    void aRememberedChildIsFoundAndStopped() throws Exception {
        pids.remember("redis", child.toHandle());

        assertThat(pids.leftBehind()).containsExactly(child.toHandle());
        assertThat(pids.stopLeftBehind()).isEqualTo(1);

        child.waitFor();
        assertThat(folder.resolve("pid")).isEmptyDirectory();
    }

    @Test
    void aForgottenChildIsLeftAlone() throws InterruptedException {
        pids.remember("redis", child.toHandle());
        pids.forget("redis");

        assertThat(pids.stopLeftBehind()).isZero();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aProcessWithARecycledNumberIsLeftAlone() throws Exception {
        pids.remember("redis", child.toHandle());
        Path note = folder.resolve("pid/redis.pid");
        Files.write(note, List.of(Files.readAllLines(note).getFirst(), "2020-01-01T00:00:00Z"));

        assertThat(pids.stopLeftBehind()).isZero();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aProcessOfAnotherFolderIsLeftAlone() throws InterruptedException {
        PidFiles others = new PidFiles(folder.resolve("pid"), "/somewhere/else");
        others.remember("redis", child.toHandle());

        assertThat(others.stopLeftBehind()).isZero();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aBrokenNoteIsNoReasonToFail() throws Exception {
        Files.createDirectories(folder.resolve("pid"));
        Files.writeString(folder.resolve("pid/redis.pid"), "not a number\n\n");

        assertThat(pids.stopLeftBehind()).isZero();
    }
}
