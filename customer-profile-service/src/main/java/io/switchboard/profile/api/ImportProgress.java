package io.switchboard.profile.api;

import io.switchboard.profile.sources.imports.Import;
import io.switchboard.profile.sources.imports.ImportState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param importId its id
 * @param source the source whose records it has
 * @param format {@code csv} or {@code ndjson}
 * @param file a file of the import folder; null when the rows were sent
 * @param asOf when the rows were so, where they don't say it themselves
 * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param reason why it failed, with the line where there is one; null otherwise
 * @param line how many lines were read
 * @param read rows read
 * @param applied rows that said something new
 * @param unchanged rows that said what was known, or less
 * @param bad rows kept aside
 * @param bytes how much of the file was read, as it is on disk
 * @param size of the file, in bytes
 * @param rowsPerSecond since it began or was resumed; null before
 * @param remainingSeconds an estimate; null unless it runs
 * @param createdAt when it was asked for
 */
public record ImportProgress(
        UUID importId,
        String source,
        String format,
        @Nullable String file,
        Instant asOf,
        String state,
        @Nullable String reason,
        long line,
        long read,
        long applied,
        long unchanged,
        long bad,
        long bytes,
        long size,
        @Nullable Long rowsPerSecond,
        @Nullable Long remainingSeconds,
        Instant createdAt) {

    static ImportProgress of(Import one) {
        return new ImportProgress(
                one.importId(),
                one.source(),
                one.format().name().toLowerCase(Locale.ROOT),
                one.file(),
                one.asOf(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.reason(),
                one.line(),
                one.read(),
                one.applied(),
                one.unchanged(),
                one.bad(),
                one.filePosition(),
                one.size(),
                rate(one),
                remaining(one),
                one.createdAt());
    }

    private static @Nullable Long rate(Import one) {
        long millis = millis(one);
        return millis == 0 ? null : (one.read() - one.runRead()) * 1000 / millis;
    }

    private static @Nullable Long remaining(Import one) {
        long done = one.filePosition() - one.runFilePosition();
        if (one.state() != ImportState.RUNNING || done <= 0) {
            return null;
        }
        return Math.max(0, (one.size() - one.filePosition()) * millis(one) / done / 1000);
    }

    private static long millis(Import one) {
        return one.runAt() == null || one.beatAt() == null
                ? 0
                : Math.max(0, Duration.between(one.runAt(), one.beatAt()).toMillis());
    }
}
