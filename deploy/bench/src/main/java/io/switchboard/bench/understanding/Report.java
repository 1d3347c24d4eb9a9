package io.switchboard.bench.understanding;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Prints a line a minute and at the end of each phase. */
final class Report implements AutoCloseable {
    private static final int LOOK_SECONDS = 5;
    private static final int LINE_SECONDS = 60;

    private final Stage stage;
    private final Load load;
    private final Tally tally;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Opinions opinions;
    private final Histogram all = new Histogram(3);
    private final Mark begin;
    private Mark before;
    private String phase = "";
    private long mostResident;

    /** Where everything stood at a moment. */
    private record Mark(long nanos, int sent, int understood, Usage usage) {
        double seconds(Mark earlier) {
            return (nanos - earlier.nanos) / 1e9;
        }
    }

    Report(Stage stage, Load load, Tally tally) {
        this.stage = stage;
        this.opinions = new Opinions(stage.metrics());
        this.load = load;
        this.tally = tally;
        begin = mark();
        before = begin;
        tally.latencySinceLastCall();
        System.out.printf(
                "%-9s %6s %9s %12s %9s %9s %9s  %7s %7s %7s %6s%n",
                "phase",
                "s",
                "offered/s",
                "understood/s",
                "p50 ms",
                "p99 ms",
                "lag",
                "service",
                "broker",
                "load",
                "MB");
        var _ = clock.scheduleAtFixedRate(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** A part of the measurement. */
    interface Step {
        void run() throws Exception;
    }

    /** Measures while {@code step} runs. */
    void phase(String name, Step step) throws Exception {
        inTurn(() -> phase = name);
        step.run();
        inTurn(() -> {
            line();
            opinions.print(phase);
            return phase;
        });
    }

    private <T> void inTurn(Callable<T> what) throws Exception {
        clock.submit(what).get();
    }

    private void look() {
        mostResident = Math.max(mostResident, Usage.residentMegabytes(stage.service()));
        if (mark().seconds(before) >= LINE_SECONDS) {
            line();
        }
    }

    private void line() {
        Mark now = mark();
        Histogram latency = tally.latencySinceLastCall();
        all.add(latency);
        print(phase, before, now, latency, Usage.residentMegabytes(stage.service()));
        before = now;
    }

    /** Prints the sum of all phases; the memory is the most that was seen. */
    void total() throws Exception {
        inTurn(() -> {
            print("total", begin, before, all, mostResident);
            return phase;
        });
    }

    private static void print(String name, Mark from, Mark to, Histogram latency, long resident) {
        double seconds = to.seconds(from);
        Usage used = to.usage().minus(from.usage());
        System.out.printf(
                "%-9s %6.1f %9s %12s %9s %9s %9s  %7.1f %7.1f %7.1f %6d%n",
                name,
                seconds,
                "%,.0f".formatted((to.sent() - from.sent()) / seconds),
                "%,.0f".formatted((to.understood() - from.understood()) / seconds),
                "%,.0f".formatted(latency.getValueAtPercentile(50) / 1e3),
                "%,.0f".formatted(latency.getValueAtPercentile(99) / 1e3),
                "%,d".formatted(to.sent() - to.understood()),
                used.service().toMillis() / 1e3,
                used.broker().toMillis() / 1e3,
                used.load().toMillis() / 1e3,
                resident);
    }

    private Mark mark() {
        return new Mark(System.nanoTime(), load.sent(), tally.understood(), Usage.of(stage));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
