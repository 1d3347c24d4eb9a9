package io.switchboard.simulation.replay;

import com.fasterxml.jackson.databind.SequenceWriter;
import io.switchboard.routing.engine.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** SHA-256 over all fields of all events, in order: equal in every JVM for equal events. */
public final class EventHash implements Consumer<Event> {
    private final MessageDigest digest;
    private final SequenceWriter lines;
    private long count;

    /** Hashes nothing yet. */
    public EventHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
            lines = Lines.JSON
                    .writerFor(Event.class)
                    .withRootValueSeparator("\n")
                    .writeValues(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void accept(Event event) {
        count++;
        try {
            lines.write(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many events there were. */
    public long count() {
        return count;
    }

    /** Returns the hash of what came so far, and begins anew. */
    public String hex() {
        try {
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
