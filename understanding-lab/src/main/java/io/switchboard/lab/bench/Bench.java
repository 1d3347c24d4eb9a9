package io.switchboard.lab.bench;

import io.switchboard.understanding.linear.HeadFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link JudgeBenchmark}, each row in a JVM of its own, and prints a table. */
public final class Bench {
    private static final String BYTES = "gc.alloc.rate.norm";
    /** What is left of the optimising compiler where memory is short. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private record Row(String name, String benchmark, List<String> jvm) {}

    private static final List<Row> ROWS = List.of(
            new Row("tier 1: read, five heads", "allHeads", List.of()),
            new Row("tier 1, compiled by C1 alone", "allHeads", List.of(QUICK_COMPILER)),
            new Row("tier 1, relevance alone", "relevance", List.of()),
            new Row("tier 1, relevance alone, C1", "relevance", List.of(QUICK_COMPILER)),
            new Row("tier 2: embedding, one text at once", "embedOne", List.of()),
            new Row("tier 2: embedding, eight at once", "embedBatch", List.of()));

    private Bench() {}

    /**
     * Measures.
     *
     * @param heads folder of them
     * @throws IOException when one is missing or damaged; names it
     */
    public static void run(Path heads, PrintStream out) throws IOException {
        for (String name : JudgeBenchmark.HEADS) {
            check(heads.resolve(name + ".head"));
        }
        out.println(
                "| over our own posts, one thread | texts a CPU second | texts a second | bytes allocated of a text |\n|---|---|---|---|");
        for (Row row : ROWS) {
            out.println(line(row, measured(row, heads)));
        }
    }

    /** A fork that fails says so in a hundred lines. */
    private static void check(Path head) throws IOException {
        if (!Files.exists(head)) {
            throw new IOException("There is no head " + head + "; understanding/run train makes it");
        }
        HeadFile.map(head);
    }

    private static RunResult measured(Row row, Path heads) {
        var options = new OptionsBuilder()
                .include("\\." + JudgeBenchmark.class.getSimpleName() + "\\." + row.benchmark() + "$")
                .param("folder", heads.toAbsolutePath().toString())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(6)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgs(
                        "-Xms512m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow")
                .jvmArgsAppend(row.jvm().toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Row row, RunResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f |",
                row.name(),
                withInterval(secondary(result, CpuProfiler.PER_CPU_SECOND)),
                withInterval(result.getPrimaryResult()),
                secondary(result, BYTES).getScore());
    }

    private static Result<?> secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        if (found == null) {
            throw new IllegalStateException("JMH measured no " + name);
        }
        return found;
    }

    private static String withInterval(Result<?> result) {
        double[] interval = result.getStatistics().getConfidenceIntervalAt(.95);
        return String.format(Locale.ROOT, "%,.0f (%,.0f to %,.0f)", result.getScore(), interval[0], interval[1]);
    }
}
