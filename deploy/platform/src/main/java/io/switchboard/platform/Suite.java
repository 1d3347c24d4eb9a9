package io.switchboard.platform;

import io.switchboard.platform.parts.Part;
import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.PidFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The whole suite, running on this machine. */
public final class Suite implements AutoCloseable {
    private final SuiteOptions options;
    private final PidFiles pids;
    private final Map<PartName, PartRunner> runners = Collections.synchronizedMap(new EnumMap<>(PartName.class));
    private final ReentrantLock closing = new ReentrantLock();
    private volatile @Nullable ParallelStart start;
    private volatile @Nullable StateLock lock;
    private volatile boolean closed;

    /** Prepares a suite; {@link #start()} starts it. */
    public Suite(SuiteOptions options) {
        this.options = options;
        this.pids = new PidFiles(options.state().pids(), options.state().root().toString());
    }

    /**
     * Starts a suite and returns when every part answers. Nothing runs when it fails.
     *
     * @throws RefusedException when something in the way keeps it from being started
     * @throws PartFailedException when a part does not start
     */
    public static Suite start(SuiteOptions options) throws InterruptedException {
        Suite suite = new Suite(options);
        suite.start();
        return suite;
    }

    /** Starts everything and returns when every part answers; fails as {@link #start(SuiteOptions)} does. */
    public void start() throws InterruptedException {
        try {
            prepare();
            ParallelStart parallel = new ParallelStart(List.copyOf(runners.values()));
            start = parallel;
            parallel.await();
        } catch (IOException unusable) {
            close();
            throw new RefusedException(
                    "The folder " + options.state().root() + " can't be used: " + unusable.getMessage());
        } catch (RuntimeException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    private void prepare() throws IOException, InterruptedException {
        StateFolder state = options.state();
        state.create();
        lock = StateLock.take(state);
        int left = pids.stopLeftBehind();
        if (left > 0) {
            options.progress().say("Stopped " + left + " processes that an earlier run had left behind.");
        }
        if (options.fresh()) {
            state.empty();
        }
        Preflight.diskHasRoom(state.root());
        Preflight.toolsArePresent();
        Preflight.portsAreFree(options.ports());
        SuiteParts parts = new SuiteParts(options);
        for (PartName name : PartName.values()) {
            add(name, parts.part(name));
        }
    }

    private void add(PartName name, Optional<Part> part) {
        if (part.isEmpty()) {
            options.progress().skipped(name, "it was not built");
        }
        part.ifPresent(built -> runners.put(name, new PartRunner(built, pids, options.progress())));
    }

    /** Returns where everything is reached. */
    public Addresses addresses() {
        return new Addresses(options.ports());
    }

    /** Returns whether {@code part} is among what was started. */
    public boolean has(PartName part) {
        return runners.containsKey(part);
    }

    /**
     * Ends {@code part} as a crash would (SIGKILL), and leaves it so until {@link #restart}.
     *
     * @throws IllegalArgumentException when the suite does not have it
     */
    public void kill(PartName part) {
        runner(part).kill();
    }

    /**
     * Starts {@code part} again, ending it first if it runs, and returns when it answers.
     *
     * @throws PartFailedException when it does not
     * @throws IllegalArgumentException when the suite does not have it
     */
    public void restart(PartName part) throws InterruptedException {
        PartRunner runner = runner(part);
        runner.stop();
        runner.start();
    }

    private PartRunner runner(PartName part) {
        return Optional.ofNullable(runners.get(part))
                .orElseThrow(() -> new IllegalArgumentException("The suite has no " + part.label()));
    }

    /** Stops everything, the services before the engines they use. May be called again, and while the suite starts. */
    @Override
    public void close() {
        stopAll();
    }

    /** Stops everything, as {@link #close} does, and returns whether there was anything to stop. */
    boolean stopAll() {
        closing.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
            Optional.ofNullable(start).ifPresent(ParallelStart::abandon);
            List<PartRunner> all = new ArrayList<>(runners.values());
            stopTogether(all.stream().filter(PartRunner::isService).toList());
            stopTogether(all.stream().filter(runner -> !runner.isService()).toList());
            Optional.ofNullable(lock).ifPresent(Suite::release);
            return !all.isEmpty();
        } finally {
            closing.unlock();
        }
    }

    /** Stops parts side by side: each service takes a moment to finish what it has begun. */
    private static void stopTogether(List<PartRunner> parts) {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> hands.execute(part::stop));
        }
    }

    private static void release(StateLock lock) {
        try {
            lock.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException("The lock can't be released", stuck);
        }
    }
}
