package io.switchboard.platform.parts;

import io.switchboard.platform.process.PartFailedException;
import java.util.Optional;

/** One engine or service of the suite. */
public interface Part {

    /** Returns which part it is. */
    PartName name();

    /**
     * Starts it, without waiting for it. A part that was stopped or killed may be started again.
     *
     * @throws PartFailedException when it can't be started
     */
    void launch() throws InterruptedException;

    /**
     * Returns when it answers.
     *
     * @throws PartFailedException when it ends instead, or does not answer in time
     */
    void awaitReady() throws InterruptedException;

    /** Starts it and returns when it answers; fails as the two steps do. */
    default void start() throws InterruptedException {
        launch();
        awaitReady();
    }

    /** Returns its process; empty when it runs inside the launcher or not at all. */
    Optional<ProcessHandle> process();

    /** Stops it in good order. Does nothing when it does not run. */
    void stop();

    /** Ends it at once, as a crash would (SIGKILL). Does nothing when it does not run. */
    void kill();
}
