package io.switchboard.bench.routing;

/**
 * Measures routing alone.
 *
 * <p>usage: {@code RoutingBench latency [commands a second] [seconds] [seconds of warm-up]}, {@code RoutingBench crash
 * [work items]} or {@code RoutingBench standby [work items]}
 */
public final class RoutingBench {
    private RoutingBench() {}

    /** Measures and prints; fails when work was lost or doubled. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "latency" ->
                new DecisionLatency()
                        .run(number(arguments, 1, 500), number(arguments, 2, 60), number(arguments, 3, 30));
            case "crash" -> new Recovery().run(number(arguments, 1, 100_000), false);
            case "standby" -> new Recovery().run(number(arguments, 1, 100_000), true);
            default -> {
                System.err.println("usage: deploy/bench/routing latency|crash|standby");
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
