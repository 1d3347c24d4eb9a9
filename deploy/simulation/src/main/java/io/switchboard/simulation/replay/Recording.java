package io.switchboard.simulation.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.switchboard.routing.engine.Command;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The commands of a centre in a file, in order: JSON, one a line, gzip. The first ones say which policy is in force, so that
 * nothing else is needed to tell them again.
 */
public final class Recording {
    private static final ObjectReader READER = Lines.JSON.readerFor(Command.class);
    private static final int BUFFER = 1 << 16;

    private final Path file;

    /** A recording that is, or will be, in a file. */
    public Recording(Path file) {
        this.file = file;
    }

    /** Begins to write; an earlier recording is lost. */
    public Writer write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new Writer(Lines.JSON
                    .writerFor(Command.class)
                    .withRootValueSeparator("\n")
                    .writeValues(new GZIPOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), BUFFER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells all commands, in order; holds one at a time. */
    public void read(Consumer<? super Command> commands) {
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER);
                MappingIterator<Command> lines = READER.readValues(in)) {
            while (lines.hasNextValue()) {
                commands.accept(lines.nextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes commands as they come. */
    public static final class Writer implements Consumer<Command>, AutoCloseable {
        private final SequenceWriter lines;

        private Writer(SequenceWriter lines) {
            this.lines = lines;
        }

        @Override
        public void accept(Command command) {
            try {
                lines.write(command);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
