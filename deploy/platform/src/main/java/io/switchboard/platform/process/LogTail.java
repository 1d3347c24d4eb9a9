package io.switchboard.platform.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for messages about a part that failed. */
public final class LogTail {
    private static final int MOST_BYTES = 16_384;

    private LogTail() {}

    /** Returns the last {@code count} lines of {@code log}; one line that says so when it can't be read. */
    public static List<String> of(Path log, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - MOST_BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of("(its log " + log + " can't be read: " + unreadable.getMessage() + ")");
        }
    }
}
