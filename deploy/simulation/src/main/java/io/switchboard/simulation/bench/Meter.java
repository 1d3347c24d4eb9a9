package io.switchboard.simulation.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.switchboard.routing.engine.Command;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** What JMH does not measure: CPU time and memory of the one thread, and the time of single commands. */
public final class Meter implements InternalProfiler {
    static final String PER_CPU_SECOND = "commands of a CPU second";
    static final String PER_PROCESS_SECOND = "commands of a CPU second, GC and JIT included";
    static final String BYTES = "bytes of a command";
    static final String BYTES_WAITING = "bytes of a waiting item";
    static final String P50 = "p50";
    static final String P99 = "p99";
    static final String P999 = "p99.9";
    static final String PER_WORK = "commands of an assignment";
    static final String REFUSED = "share refused";

    /**
     * One command in so many is timed, so that reading the clock does not count. By the wall clock: the thread's CPU clock is
     * a system call that disturbs the next command more than a busy machine does.
     */
    private static final int SAMPLED = 16;

    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final List<Result<?>> LATEST = new ArrayList<>();

    @Override
    public String getDescription() {
        return "CPU, memory and single commands";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        synchronized (LATEST) {
            return List.copyOf(LATEST);
        }
    }

    /** Returns the bytes that are in use after a collection. */
    static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The meter of one centre. */
    static final class Reading {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final Histogram nanos = new Histogram(LONGEST_NANOS, 3);
        private final Traffic traffic;
        private final double bytesWaiting;
        private long commands;
        private long cpu;
        private long processCpu;
        private long allocated;
        private long accepted;
        private long refused;

        Reading(Traffic traffic, double bytesWaiting) {
            this.traffic = traffic;
            this.bytesWaiting = bytesWaiting;
        }

        void start() {
            nanos.reset();
            commands = 0;
            accepted = traffic.accepted();
            refused = traffic.refused();
            allocated = threads.getCurrentThreadAllocatedBytes();
            processCpu = process.getProcessCpuTime();
            cpu = threads.getCurrentThreadCpuTime();
        }

        void run(int count) {
            for (int i = 0; i < count; i++) {
                Command command = traffic.next();
                if (commands++ % SAMPLED == 0) {
                    long before = System.nanoTime();
                    traffic.tell(command);
                    nanos.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - before));
                } else {
                    traffic.tell(command);
                }
            }
        }

        void stop() {
            double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
            double processSeconds = (process.getProcessCpuTime() - processCpu) / 1e9;
            double bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
            synchronized (LATEST) {
                LATEST.clear();
                add(PER_CPU_SECOND, commands / seconds, "1/s");
                add(PER_PROCESS_SECOND, commands / processSeconds, "1/s");
                add(BYTES, bytes / commands, "B");
                add(BYTES_WAITING, bytesWaiting, "B");
                add(P50, nanos.getValueAtPercentile(50) / 1e3, "us");
                add(P99, nanos.getValueAtPercentile(99) / 1e3, "us");
                add(P999, nanos.getValueAtPercentile(99.9) / 1e3, "us");
                add(PER_WORK, (double) commands / Math.max(1, traffic.accepted() - accepted), "1");
                add(REFUSED, (double) (traffic.refused() - refused) / commands, "1");
            }
        }

        private static void add(String name, double value, String unit) {
            LATEST.add(new ScalarResult(name, value, unit, AggregationPolicy.AVG));
        }
    }
}
