package io.switchboard.gateway.attachment;

import java.io.IOException;
import java.util.Optional;

/** Where files are kept. Calls block: never on an event loop. */
public interface ObjectStore {
    /**
     * Keeps a file; an earlier one of the same reference gives way, so that a redelivery is harmless.
     *
     * @param reference path of the file: letters, digits, dashes, slashes
     * @throws IOException when it was not kept
     */
    void put(String reference, byte[] bytes) throws IOException;

    /**
     * Returns a file; empty when there is none.
     *
     * @throws IOException when the store can't tell
     */
    Optional<byte[]> get(String reference) throws IOException;

    /**
     * Deletes all files below a reference; there may be none.
     *
     * @throws IOException when one may still be there
     */
    void delete(String reference) throws IOException;
}
