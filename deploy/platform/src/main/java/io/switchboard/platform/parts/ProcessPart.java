package io.switchboard.platform.parts;

import io.switchboard.platform.process.ChildProcess;
import io.switchboard.platform.process.ProcessSpec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part that is one child process: prepared, started, asked until it answers. */
abstract class ProcessPart implements Part {
    private final PartName name;
    private final Duration startLimit;
    private final Duration stopGrace;
    private volatile @Nullable ChildProcess child;

    ProcessPart(PartName name, Duration startLimit, Duration stopGrace) {
        this.name = name;
        this.startLimit = startLimit;
        this.stopGrace = stopGrace;
    }

    /** Does what must be done before the process, and says how to start it. */
    abstract ProcessSpec prepare() throws InterruptedException;

    /** Returns whether the part answers. */
    abstract boolean answers() throws InterruptedException;

    /** Does what must be done once the part answers. */
    void settle() throws InterruptedException {}

    @Override
    public final PartName name() {
        return name;
    }

    @Override
    public final void launch() throws InterruptedException {
        child = ChildProcess.start(prepare());
    }

    @Override
    public final void awaitReady() throws InterruptedException {
        ChildProcess launched = child;
        if (launched == null) {
            throw new IllegalStateException(name.label() + " was not launched");
        }
        launched.awaitReady(this::answers, startLimit);
        settle();
    }

    @Override
    public final Optional<ProcessHandle> process() {
        return Optional.ofNullable(child).map(ChildProcess::handle);
    }

    @Override
    public final void stop() {
        Optional.ofNullable(child).ifPresent(running -> running.stop(stopGrace));
    }

    @Override
    public final void kill() {
        Optional.ofNullable(child).ifPresent(ChildProcess::kill);
    }
}
