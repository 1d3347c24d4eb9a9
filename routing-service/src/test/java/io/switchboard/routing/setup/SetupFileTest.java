package io.switchboard.routing.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupFileTest {
    private static final Path DEPLOYED = Path.of("../deploy/setup");
    private static final String SMALL = """
            tenant: acme
            centre: main
            offerTimeoutSeconds: 30
            expiriesUntilNotResponding: 3
            channelWeights: { email: 1 }
            queues:
              - { name: general, serviceLevelSeconds: 60 }
            agents:
              - { name: anna, capacity: 2, skills: { billing: 3 } }
            """;

    @TempDir
    Path folder;

    @Test
    void theDeployedSetupsAreSound() throws IOException {
        assertThat(new SetupFolder(DEPLOYED).read())
                .extracting(SetupFile::name, SetupFile::problems)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("acme-main.yaml", java.util.List.of()),
                        org.assertj.core.groups.Tuple.tuple("globex-main.yaml", java.util.List.of()));
    }

    @Test
    void theVersionIsTheContent() {
        String version = read(SMALL).setup().version();
        assertThat(read(SMALL).setup().version()).isEqualTo(version);
        assertThat(read(SMALL + "\n# more\n").setup().version()).isNotEqualTo(version);
    }

    @Test
    void aProblemNamesTheField() {
        assertThat(read(SMALL.replace("capacity: 2", "capacity: two"))
                        .problems()
                        .getFirst())
                .startsWith("agents[0].capacity: ");
        assertThat(read(SMALL.replace("capacity: 2, ", "")).problems())
                .containsExactly("agents.anna.capacity: missing");
        assertThat(read(SMALL.replace("billing: 3", "billing: 7")).problems())
                .containsExactly("agents.anna.skills.billing: must be 1 to 5, is 7");
        assertThat(read(SMALL + "colour: red\n").problems().getFirst()).startsWith("colour: ");
        assertThat(read(SMALL + "tenant: globex\n").problems()).hasSize(1);
        assertThat(read("tenant: [").problems()).hasSize(1);
        assertThat(read("").problems()).containsExactly("the file: is not a list of fields");
    }

    @Test
    void oneCentreHasOneFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), SMALL);
        Files.writeString(folder.resolve("b.yaml"), SMALL);
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        assertThat(new SetupFolder(folder).read())
                .extracting(SetupFile::problems)
                .containsExactly(java.util.List.of(), java.util.List.of("centre: a.yaml describes it already"));
    }

    private static SetupFile read(String yaml) {
        return SetupFile.of("some.yaml", yaml.getBytes(UTF_8));
    }
}
