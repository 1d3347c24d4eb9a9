package io.switchboard.simulation.bench;

import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.report.Text;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** What JMH measured of one benchmark at one size. */
record Measured(Size size, Vectors vectors, RunResult result) {
    private static final double CONFIDENCE = .95;

    /** Runs the benchmark in a JVM of its own. */
    static Measured of(String benchmark, Size size, Vectors vectors) {
        var options = new OptionsBuilder()
                .include("\\." + RoutingBenchmark.class.getSimpleName() + "\\." + benchmark + "$")
                .param("size", size.name())
                .param("vectors", vectors.name())
                .addProfiler(Meter.class)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(8)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgs(
                        "-Xms4g",
                        "-Xmx4g",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseTransparentHugePages")
                .build();
        try {
            return new Measured(size, vectors, new Runner(options).runSingle());
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return Text.number(size.agents, 0) + " / " + size.skills + " / " + Text.number(size.profiles, 0) + " / "
                + Text.number(size.waiting, 0);
    }

    /** Returns a reading of {@link Meter}, over the iterations, times a factor. */
    Estimate get(String reading, double factor) {
        Result<?> result = this.result.getSecondaryResults().get(reading);
        if (result == null) {
            throw new IllegalStateException("Not measured: " + reading);
        }
        Statistics statistics = result.getStatistics();
        double half = (statistics.getConfidenceIntervalAt(CONFIDENCE)[1] - statistics.getMean()) * factor;
        double error = statistics.getStandardDeviation() / Math.sqrt((double) statistics.getN());
        return new Estimate(statistics.getMean() * factor, half, error * factor, (int) statistics.getN());
    }
}
