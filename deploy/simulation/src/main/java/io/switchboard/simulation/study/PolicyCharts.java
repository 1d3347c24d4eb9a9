package io.switchboard.simulation.study;

import io.switchboard.simulation.measure.Estimate;
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

    private static CategoryChart bars(Map<String, WayResult> results) {
        CategoryChart chart = Charts.bars("Mean wait at an occupancy of .93, logarithmic", "", "seconds");
        List<String> names = new ArrayList<>(results.keySet());
        List<Estimate> waits = results.values().stream()
                .map(result -> result.all(Measures::meanWait))
                .toList();
        List<Double> means = new ArrayList<>(waits.stream().map(Estimate::mean).toList());
        List<Double> halves = new ArrayList<>(waits.stream().map(Estimate::half).toList());
        chart.addSeries("mean wait", names, means, halves);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(1.0);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(20);
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
