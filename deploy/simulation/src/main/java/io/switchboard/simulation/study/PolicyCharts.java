package io.switchboard.simulation.study;

import io.switchboard.simulation.measure.Measures;
import io.switchboard.simulation.report.Charts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** The figures of {@link PolicyStudy}. */
final class PolicyCharts {
    private static final double SMALLEST_SHARE = 1e-5;

    private PolicyCharts() {}

    static void write(Map<String, WayResult> results, Path folder) {
        Charts.write(bars(results), folder, "policies");
        Charts.write(tails(results), folder, "waits");
    }

    // A bar for each way in one category: the library cuts long names below the axis. Without intervals, which it draws
    // wrongly on a logarithmic axis.
    private static CategoryChart bars(Map<String, WayResult> results) {
        CategoryChart chart = Charts.logarithmicBars("Mean wait at an occupancy of .93, logarithmic", "", "seconds", 1);
        results.forEach((name, result) -> chart.addSeries(
                name,
                List.of("way to route"),
                List.of(result.all(Measures::meanWait).mean())));
        return chart;
    }

    private static XYChart tails(Map<String, WayResult> results) {
        XYChart chart = Charts.lines("How many wait longer (seed 1)", "seconds", "share of customers, logarithmic");
        results.forEach((name, result) -> {
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            for (double seconds = 0; seconds <= 300; seconds += 2) {
                double share = result.first().longerThan(seconds);
                if (share > SMALLEST_SHARE) {
                    x.add(seconds);
                    y.add(share);
                }
            }
            Charts.line(chart, name, x, y);
        });
        chart.getStyler().setYAxisLogarithmic(true);
        return chart;
    }
}
