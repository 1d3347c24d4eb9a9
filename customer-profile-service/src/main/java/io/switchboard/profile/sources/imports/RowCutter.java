package io.switchboard.profile.sources.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into rows and knows, of each, where it begins: that is where reading goes on after a crash. Parsers don't tell.
 *
 * <p>A row ends with its line, except within the quotes of a CSV value. A quote that is never closed, or closed in the midst
 * of a value, would swallow the rows after it: then the first line alone is bad, and the next line begins a row again. Holds
 * one row in memory.
 */
final class RowCutter {
    /** A row that is longer than this is a mistake, and so is a quote that is not closed within it. */
    static final int LONGEST = 1 << 20;

    private static final int CHUNK = 1 << 16;
    private static final int END = -1;
    static final String OPEN_QUOTE =
            "a quote in this line is not closed, or has text after it; a quote within a value is written twice";
    static final String TOO_LONG = "the row is longer than 1 MiB; only its beginning is kept";

    private final InputStream text;
    private final boolean quotes;
    private final int delimiter;
    private byte[] buffer = new byte[CHUNK];
    private int begin;
    private int end;
    private long position;
    private long line;

    /**
     * Goes on in a text.
     *
     * @param text from {@code position} on
     * @param quotes whether line breaks within quotes end no row
     * @param delimiter between columns
     * @param position of the text, in bytes
     * @param line the number of the line that begins there, from 1
     */
    RowCutter(InputStream text, boolean quotes, char delimiter, long position, long line) {
        this.text = text;
        this.quotes = quotes;
        this.delimiter = delimiter;
        this.position = position;
        this.line = line;
    }

    /** Returns the next row, or null at the end. */
    @Nullable
    Cut next() throws IOException {
        if (at(0) == END) {
            return null;
        }
        return quotes ? csvRow() : lineFrom(0, null);
    }

    private Cut csvRow() throws IOException {
        int i = 0;
        boolean valueBegins = true;
        while (i < LONGEST) {
            int b = at(i);
            if (b == END || b == '\n') {
                return cut(b == END ? i : i + 1, null);
            }
            if (b == '"' && valueBegins) {
                int after = afterQuoted(i + 1);
                if (after < 0) {
                    return lineFrom(0, OPEN_QUOTE);
                }
                i = after;
                valueBegins = false;
            } else {
                valueBegins = b == delimiter;
                i++;
            }
        }
        return lineFrom(0, null);
    }

    /** Returns what follows the quote that closes a value, or -1 when none does. */
    private int afterQuoted(int from) throws IOException {
        int i = from;
        while (i < LONGEST) {
            int b = at(i);
            if (b == END) {
                return -1;
            }
            if (b == '"') {
                int after = at(i + 1);
                if (after != '"') {
                    return after == delimiter || after == '\n' || after == '\r' || after == END ? i + 1 : -1;
                }
                i++;
            }
            i++;
        }
        return -1;
    }

    private Cut lineFrom(int from, @Nullable String problem) throws IOException {
        int i = from;
        while (i < LONGEST) {
            int b = at(i);
            if (b == END || b == '\n') {
                return cut(b == END ? i : i + 1, problem);
            }
            i++;
        }
        return tooLong();
    }

    private Cut cut(int length, @Nullable String problem) {
        byte[] bytes = Arrays.copyOfRange(buffer, begin, begin + length);
        int breaks = 0;
        for (byte b : bytes) {
            breaks += b == '\n' ? 1 : 0;
        }
        Cut cut = new Cut(bytes, line, breaks, position + length, problem);
        begin += length;
        position += length;
        line += breaks;
        return cut;
    }

    /** Skips to the end of the line, whatever its length. */
    private Cut tooLong() throws IOException {
        byte[] beginning = Arrays.copyOfRange(buffer, begin, begin + 1000);
        int b;
        do {
            b = at(0);
            begin += b == END ? 0 : 1;
            position += b == END ? 0 : 1;
        } while (b != END && b != '\n');
        int breaks = b == END ? 0 : 1;
        Cut cut = new Cut(beginning, line, breaks, position, TOO_LONG);
        line += breaks;
        return cut;
    }

    /** Takes back all lines of the row just cut but its first: they are rows of their own. */
    Cut onlyFirstLine(Cut row, String problem) {
        int length = 0;
        while (row.bytes()[length] != '\n') {
            length++;
        }
        length++;
        int back = row.bytes().length - length;
        begin -= back;
        position -= back;
        line = row.line() + 1;
        return new Cut(Arrays.copyOf(row.bytes(), length), row.line(), 1, position, problem);
    }

    /** Returns the byte {@code ahead} of where the next row begins, or -1 at the end. */
    private int at(int ahead) throws IOException {
        while (begin + ahead >= end) {
            if (!fill()) {
                return END;
            }
        }
        return buffer[begin + ahead] & 0xff;
    }

    private boolean fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = text.read(buffer, end, buffer.length - end);
        if (read < 0) {
            return false;
        }
        end += read;
        return true;
    }
}
