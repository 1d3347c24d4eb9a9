package io.switchboard.profile.sources.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read in the background, and how far.
 *
 * @param importId its id
 * @param source the source whose records it has
 * @param format how its rows are written
 * @param file a file of the import folder; null when the rows were sent
 * @param asOf when the rows were so, where they don't say it themselves
 * @param size of the file, in bytes
 * @param state how far it is
 * @param reason why it failed; null otherwise
 * @param position where the next row begins, in bytes of the unpacked text
 * @param line how many lines were read
 * @param filePosition how much of the file was read, in bytes
 * @param read rows read
 * @param applied rows that said something new
 * @param unchanged rows that said what was known, or less than that
 * @param bad rows kept aside
 * @param beatAt when it last went on; null before it began
 * @param runAt when it began or was resumed
 * @param runRead rows read before that
 * @param runFilePosition how much of the file was read before that
 * @param createdAt when it was asked for
 */
public record Import(
        UUID importId,
        String source,
        Format format,
        @Nullable String file,
        Instant asOf,
        long size,
        ImportState state,
        @Nullable String reason,
        long position,
        long line,
        long filePosition,
        long read,
        long applied,
        long unchanged,
        long bad,
        @Nullable Instant beatAt,
        @Nullable Instant runAt,
        long runRead,
        long runFilePosition,
        Instant createdAt) {}
