package io.switchboard.platform;

/**
 * How to run a suite.
 *
 * @param checkout holds what is started
 * @param state keeps what the suite keeps
 * @param ports that it listens on
 * @param fresh whether to empty {@code state} first
 * @param progress is told what happens
 */
public record SuiteOptions(Checkout checkout, StateFolder state, Ports ports, boolean fresh, Progress progress) {

    /** Returns a silent suite that forgets what earlier ones kept; for tests. */
    public static SuiteOptions forTests(StateFolder state, Ports ports) {
        return new SuiteOptions(Checkout.find(), state, ports, true, Progress.silent());
    }
}
