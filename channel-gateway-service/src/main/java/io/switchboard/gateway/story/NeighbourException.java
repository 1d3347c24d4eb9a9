package io.switchboard.gateway.story;

/** A neighbour service refused or did not answer. Its message is for the caller. */
public final class NeighbourException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    NeighbourException(String why, int status, Throwable cause) {
        super(why, cause);
        this.status = status;
    }

    /** Returns the HTTP status for the caller: the neighbour's own below 500, 502 for its failure, 503 for silence. */
    public int status() {
        return status;
    }
}
