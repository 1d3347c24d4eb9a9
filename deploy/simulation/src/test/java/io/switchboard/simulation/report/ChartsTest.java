package io.switchboard.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
    @TempDir
    private Path folder;

    @Test
    void barsOnALogarithmicAxisAreDrawn() throws Exception {
        var chart = Charts.logarithmicBars("Title", "x", "y", 100);
        chart.addSeries("one", List.of("a", "b"), List.of(1_000.0, 1_000_000.0));
        chart.addSeries("two", List.of("a", "b"), List.of(300.0, 20_000.0));
        Charts.write(chart, folder, "bars");
        assertThat(ImageIO.read(folder.resolve("bars.png").toFile()).getWidth()).isEqualTo(900);
    }

    @Test
    void theSameChartIsTheSameFile() throws Exception {
        for (String name : List.of("first", "second")) {
            var chart = Charts.lines("Title", "x", "y");
            Charts.line(chart, "line", List.of(1.0, 2.0), List.of(3.0, 4.0));
            Charts.points(chart, "points", List.of(1.0, 2.0), List.of(3.0, 4.0), List.of(.1, .2));
            Charts.limit(chart, "limit", List.of(1.0, 2.0), List.of(3.5, 3.5));
            Charts.write(chart, folder, name);
        }
        assertThat(Files.readAllBytes(folder.resolve("first.png")))
                .isEqualTo(Files.readAllBytes(folder.resolve("second.png")));
    }
}
