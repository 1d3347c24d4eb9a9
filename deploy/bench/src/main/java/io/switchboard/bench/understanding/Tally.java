package io.switchboard.bench.understanding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What came out: how many, how soon, how often twice, and whether the order of conversations was kept. */
final class Tally {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(30);

    private final BitSet seen;
    private final int[] last = new int[Feed.CONVERSATIONS];
    private final Recorder latency = new Recorder(LONGEST_MICROS, 3);
    private final AtomicInteger understood = new AtomicInteger();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger outOfOrder = new AtomicInteger();

    Tally(int expected) {
        seen = new BitSet(expected);
        Arrays.fill(last, -1);
    }

    /** Notes a message that came out; only one thread calls this. */
    void saw(int number, long micros) {
        if (seen.get(number)) {
            twice.incrementAndGet();
            return;
        }
        seen.set(number);
        int conversation = Feed.conversationOf(number);
        if (number < last[conversation]) {
            outOfOrder.incrementAndGet();
        }
        last[conversation] = number;
        latency.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
        understood.incrementAndGet();
    }

    /** Returns how many messages came out, each counted once. */
    int understood() {
        return understood.get();
    }

    /** Returns the times from in to out, in microseconds, since this was called last. */
    Histogram latencySinceLastCall() {
        return latency.getIntervalHistogram();
    }

    /** Prints what became of {@code sent} messages and returns whether all came out, each conversation's in order. */
    boolean kept(int sent, long deadLetters) {
        System.out.printf(
                "%,d sent: %,d lost, %,d out of their conversation's order, %,d dead-lettered, %,d came out twice%n",
                sent, sent - understood.get(), outOfOrder.get(), deadLetters, twice.get());
        return understood.get() == sent && outOfOrder.get() == 0 && deadLetters == 0;
    }
}
