package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupFolderTest {
    private static final Path DEPLOYED = Path.of("../deploy/setup");

    @TempDir
    Path folder;

    @Test
    void theDeployedSetupsAreSoundAndMeant() throws IOException {
        assertThat(new SetupFolder(DEPLOYED).read())
                .extracting(
                        SetupFile::name,
                        SetupFile::problems,
                        file -> file.document().warnings())
                .containsExactly(
                        Tuple.tuple("acme-main.yaml", List.of(), List.of()),
                        Tuple.tuple("globex-main.yaml", List.of(), List.of()));
    }

    @Test
    void oneCentreHasOneFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), ASetup.SMALL);
        Files.writeString(folder.resolve("b.yaml"), ASetup.SMALL);
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        assertThat(new SetupFolder(folder).read())
                .extracting(SetupFile::problems)
                .containsExactly(List.of(), List.of("centre: a.yaml describes it already"));
    }
}
