package io.switchboard.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Gate HELD = Gate.atMost("wait", 1.2, "1.20 ± 0.10", 1.8);
    private static final Gate MISSED = Gate.atLeast("speed", .4, "0.40", .5);

    @TempDir
    private Path folder;

    private Report report;

    @BeforeEach
    void empty() {
        report = new Report(folder.resolve("report.md"));
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("report.md"));
    }

    @Test
    void sectionsKeepTheirOrderWhateverIsMadeFirst() throws IOException {
        report.put(new Section("speed", "Speed", "quick", List.of()));
        report.put(new Section("erlang", "Exact", "exact", List.of()));
        assertThat(written()).containsSubsequence("## Exact", "## Speed");
    }

    @Test
    void aSectionMadeAnewTakesThePlaceOfTheOld() throws IOException {
        report.put(new Section("erlang", "Exact", "the old text", List.of(MISSED)));
        report.put(new Section("speed", "Speed", "stays", List.of()));
        report.put(new Section("erlang", "Exact", "the new text", List.of(HELD)));
        assertThat(written())
                .contains("the new text", "stays", "All 1 gates are held")
                .doesNotContain("the old text");
    }

    @Test
    void whatIsMissedStandsAtTheTop() throws IOException {
        report.put(new Section("policies", "Ways", "text", List.of(HELD)));
        report.put(new Section("speed", "Speed", "text", List.of(MISSED)));
        assertThat(written())
                .containsSubsequence("1 of 2 gates are missed", "| speed | 0.40 | ≥ 0.5 | **missed** |", "## Ways");
    }
}
