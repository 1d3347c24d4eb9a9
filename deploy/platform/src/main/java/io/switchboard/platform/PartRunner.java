package io.switchboard.platform;

import io.switchboard.platform.parts.Part;
import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.parts.ServicePart;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.PidFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs one part: notes its process, and starts it again when it ends unasked. */
final class PartRunner {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A Ctrl-C may reach a child before the launcher knows of it; this long is waited before a death is believed. */
    private static final Duration DOUBT = Duration.ofMillis(500);

    private final Part part;
    private final PidFiles pids;
    private final Progress progress;
    private final ReentrantLock lock = new ReentrantLock();
    /** Grows with every start and every stop that was asked for, so that a watcher of an earlier run knows it is late. */
    private final AtomicInteger run = new AtomicInteger();

    private volatile @Nullable Thread healer;

    PartRunner(Part part, PidFiles pids, Progress progress) {
        this.part = part;
        this.pids = pids;
        this.progress = progress;
    }

    PartName name() {
        return part.name();
    }

    /** Returns whether the part is one of the four services, and no engine. */
    boolean isService() {
        return part instanceof ServicePart;
    }

    /**
     * Starts the part and returns when it answers.
     *
     * @throws PartFailedException when it does not
     */
    void start() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            startLocked();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the part in good order. */
    void stop() {
        run.incrementAndGet();
        Optional.ofNullable(healer).ifPresent(Thread::interrupt);
        lock.lock();
        try {
            part.stop();
            pids.forget(name().label());
        } finally {
            lock.unlock();
        }
    }

    /** Ends the part as a crash would, and leaves it so until it is started again. */
    void kill() {
        run.incrementAndGet();
        Optional.ofNullable(healer).ifPresent(Thread::interrupt);
        lock.lock();
        try {
            part.kill();
            pids.forget(name().label());
        } finally {
            lock.unlock();
        }
    }

    private void startLocked() throws InterruptedException {
        int mine = run.incrementAndGet();
        long begun = System.nanoTime();
        progress.starting(name());
        try {
            part.launch();
            part.process().ifPresent(process -> pids.remember(name().label(), process));
            part.awaitReady();
        } catch (PartFailedException failed) {
            progress.failed(name());
            throw failed;
        }
        progress.ready(name(), Duration.ofNanos(System.nanoTime() - begun));
        part.process().ifPresent(process -> watch(process, mine));
    }

    private void watch(ProcessHandle process, int started) {
        healer = Thread.ofVirtual().name("heals-" + name().label()).start(() -> {
            process.onExit().join();
            heal(started);
        });
    }

    /** Starts the part again, ever less eagerly, until it answers or someone else decides about it. */
    private void heal(int ended) {
        try {
            Thread.sleep(DOUBT);
            Duration pause = FIRST_PAUSE;
            while (run.get() == ended) {
                progress.died(name(), pause);
                Thread.sleep(pause);
                ended = tryAgain(ended);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the run that is to be tried again; another number than the current one when there is none. */
    private int tryAgain(int ended) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (run.get() != ended) {
                return ended;
            }
            startLocked();
            return ended;
        } catch (PartFailedException failed) {
            progress.say(String.valueOf(failed.getMessage()));
            part.kill();
            return run.get();
        } finally {
            lock.unlock();
        }
    }
}
