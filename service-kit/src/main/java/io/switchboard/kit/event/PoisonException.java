package io.switchboard.kit.event;

/** A record that no retry can help: it goes to the dead-letter topic with this reason, which carries no text. */
public final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PoisonException(String reason) {
        super(reason);
    }
}
