package io.switchboard.bench.understanding;

import java.time.Duration;

/**
 * The stream {@code messages.received} to {@code messages.understood}: a steady load, then twice as much for a while, then
 * nothing until what has piled up is worked off. The schedule is open: a slow answer does not slow the next post down.
 *
 * <p>usage: {@code UnderstandingBench [posts a second] [seconds] [seconds of double load]}
 */
public final class UnderstandingBench {
    private static final int WARM_UP_SECONDS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private UnderstandingBench() {}

    /** Measures and prints; fails when a post was lost or a conversation's order was not kept. */
    public static void main(String[] arguments) throws Exception {
        int rate = number(arguments, 0, 6_000);
        int seconds = number(arguments, 1, 300);
        int doubled = number(arguments, 2, 60);
        boolean kept;
        try (var stage = new Stage()) {
            kept = run(stage, rate, seconds, doubled);
        }
        System.exit(kept ? 0 : 1);
    }

    private static boolean run(Stage stage, int rate, int seconds, int doubled) throws Exception {
        stage.start();
        var tally = new Tally((rate / 2 + 1) * WARM_UP_SECONDS + rate * seconds + 2 * rate * doubled);
        try (var load = new Load(stage.brokers());
                var reader = new Reader(stage.brokers(), tally)) {
            // The first seconds of a JVM are another question; what is sent in them is checked like the rest.
            load.play(rate / 2 + 1, WARM_UP_SECONDS);
            reader.awaitAll(load.sent(), LONGEST);
            try (var report = new Report(stage, load, tally)) {
                report.phase("steady", () -> load.play(rate, seconds));
                report.phase("double", () -> load.play(2 * rate, doubled));
                report.phase("work off", () -> reader.awaitAll(load.sent(), LONGEST));
                report.total();
            }
            return tally.kept(load.sent(), stage.deadLetters());
        }
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
