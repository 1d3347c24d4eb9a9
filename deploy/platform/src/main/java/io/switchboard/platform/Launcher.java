package io.switchboard.platform;

import io.switchboard.platform.demo.Demo;
import io.switchboard.platform.process.PartFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code ./run}. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Progress progress = Progress.to(System.out);
    private volatile boolean stopping;

    private Launcher() {}

    /** Starts the suite in the checkout of the working folder and runs until it is stopped. */
    public static void main(String[] arguments) throws InterruptedException {
        int code = new Launcher().run(List.of(arguments));
        if (code != 0) {
            System.exit(code);
        }
    }

    private int run(List<String> arguments) throws InterruptedException {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                progress.say(Options.explained());
                return 0;
            }
            return runSuite(options);
        } catch (UsageException misused) {
            progress.say(String.valueOf(misused.getMessage()));
            return MISUSED;
        } catch (RefusedException | PartFailedException failed) {
            progress.say("\n" + failed.getMessage() + "\n");
            return FAILED;
        }
    }

    private int runSuite(Options options) throws InterruptedException {
        Checkout checkout = Checkout.find();
        StateFolder state = new StateFolder(checkout.root().resolve(".switchboard"));
        LauncherLog.writeTo(state.root().resolve("log"));
        Suite suite =
                new Suite(new SuiteOptions(checkout, state, new Ports(options.portBase()), options.fresh(), progress));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite), "stops-the-suite"));
        long begun = System.nanoTime();
        progress.say("Starting Switchboard on the ports from " + options.portBase() + ".");
        suite.start();
        progress.say(Welcome.text(suite, Duration.ofNanos(System.nanoTime() - begun)));
        if (options.demo()) {
            play(suite);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** A demo that breaks off leaves the suite running. When the suite is stopped it has to, and nobody need be told. */
    private void play(Suite suite) throws InterruptedException {
        try {
            new Demo(progress).play(suite.addresses());
        } catch (RuntimeException brokeOff) {
            if (!stopping) {
                progress.say("Demo: it broke off: " + brokeOff);
            }
        }
    }

    private void stop(Suite suite) {
        stopping = true;
        long begun = System.nanoTime();
        if (suite.stopAll()) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            progress.say("Switchboard is stopped (" + took.toMillis() + " ms).");
        }
    }
}
