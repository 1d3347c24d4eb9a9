package io.switchboard.kit.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The database does not answer, or its tables are not there yet: trying again later can help. */
public final class DatabaseAwayException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    DatabaseAwayException(IOException cause) {
        super(cause);
    }
}
