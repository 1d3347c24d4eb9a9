package io.switchboard.profile.sources.imports;

import java.time.Duration;

/** How messages get on, for those who must not be in their way. */
public interface LiveIntake {
    /** Returns how long after it was written the latest message was read; zero while none comes. */
    Duration behind();

    /** Returns whether messages come: one was read within the last second, or is being read. */
    boolean flow();

    /** Returns whether a message is being read right now. */
    boolean busy();
}
