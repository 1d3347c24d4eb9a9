package io.switchboard.platform.parts;

import io.switchboard.platform.process.PartFailedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One engine or service of the suite. */
public interface Part {

    /** Returns which part it is. */
    PartName name();

    /**
     * Starts it and returns when it answers. A part that was stopped or killed may be started again.
     *
     * @throws PartFailedException when it fails or does not answer in time
     */
    void start() throws InterruptedException;

    /** Returns its process; empty when it runs inside the launcher or not at all. */
    Optional<ProcessHandle> process();

    /** Returns what completes when its process has ended; never for a part inside the launcher. */
    default CompletableFuture<ProcessHandle> ended() {
        return process().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
    }

    /** Stops it in good order. Does nothing when it does not run. */
    void stop();

    /** Ends it at once, as a crash would (SIGKILL). Does nothing when it does not run. */
    void kill();
}
