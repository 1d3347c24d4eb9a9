package io.switchboard.lab.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures in CPU time of the whole process, as Node does: the tokenizer has threads of its own. */
final class CpuTime {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private CpuTime() {}

    /**
     * Returns the median of what some rounds do in a second, after two more that nobody times.
     *
     * @param units that are done in each round
     * @param leastSeconds how long a round goes on at least
     */
    static double perSecond(int units, double leastSeconds, Runnable round) {
        double[] rates = new double[WARM_UP + ROUNDS];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = rate(units, leastSeconds, round);
        }
        double[] warm = Arrays.copyOfRange(rates, WARM_UP, rates.length);
        Arrays.sort(warm);
        return warm[ROUNDS / 2];
    }

    private static double rate(int units, double leastSeconds, Runnable round) {
        long begin = PROCESS.getProcessCpuTime();
        long done = 0;
        double seconds;
        do {
            round.run();
            done += units;
            seconds = (PROCESS.getProcessCpuTime() - begin) / 1e9;
        } while (seconds < leastSeconds);
        return done / seconds;
    }
}
