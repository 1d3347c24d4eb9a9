package io.switchboard.profile.sources.imports;

/** How far an import is. */
public enum ImportState {
    /** It will be read when those before it are. */
    WAITING,
    RUNNING,
    DONE,
    /** It stopped for a reason; it can be resumed. */
    FAILED,
    /** Somebody stopped it for good. What was taken stays taken. */
    CANCELLED
}
