package io.switchboard.profile.sources.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a file, from a place in it on. */
final class Rows implements Closeable {
    private static final String NOT_UTF_8 = "the line is not UTF-8; it is shown as ISO 8859-1";

    private final FileText file;
    private final RowCutter cutter;
    private final RowParser parser;
    private long position;
    private long line;

    private Rows(FileText file, RowCutter cutter, RowParser parser, long position, long line) {
        this.file = file;
        this.cutter = cutter;
        this.parser = parser;
        this.position = position;
        this.line = line;
    }

    /**
     * Opens a file's rows.
     *
     * @param parsers how its rows are read
     * @param position where to go on in the text, in bytes; 0 to begin
     * @param line how many lines there are before
     * @throws BrokenFileException when its header can't be used
     */
    static Rows open(FileText file, RowParser.Maker parsers, long position, long line) throws IOException {
        RowCutter head = new RowCutter(file.stream(), parsers.quotes(), parsers.delimiter(), 0, 1);
        RowParser parser = parsers.make(head);
        if (position == 0) {
            return new Rows(file, head, parser, parser.begin(), parser.beginLine());
        }
        FileText again = file.again();
        again.stream().skipNBytes(position);
        return new Rows(
                again,
                new RowCutter(again.stream(), parsers.quotes(), parsers.delimiter(), position, line + 1),
                parser,
                position,
                line);
    }

    /** Returns the next row that is not blank, or null at the end. */
    @Nullable
    Row next() throws IOException {
        while (true) {
            Cut cut = cutter.next();
            if (cut == null) {
                return null;
            }
            Row row = row(cut);
            if (row != null) {
                return row;
            }
        }
    }

    private @Nullable Row row(Cut cut) {
        Optional<String> text = Utf8.text(cut.bytes());
        Cut taken = cut;
        Row row = null;
        if (cut.problem() != null || text.isEmpty()) {
            row = Row.bad(
                    cut.line(),
                    cut.problem() != null ? cut.problem() : NOT_UTF_8,
                    null,
                    text.orElseGet(() -> new String(cut.bytes(), ISO_8859_1)).stripTrailing());
        } else if (!text.get().isBlank()) {
            row = parser.parse(cut.line(), text.get());
            if (row.problem() != null && row.record() == null && cut.lines() > 1) {
                // More lines than columns make sense of: a quote too many in the first swallowed the others.
                taken = cutter.onlyFirstLine(cut, RowCutter.OPEN_QUOTE);
                row = Row.bad(
                        cut.line(),
                        RowCutter.OPEN_QUOTE,
                        null,
                        Utf8.text(taken.bytes()).orElse("").stripTrailing());
            }
        }
        position = taken.next();
        line = taken.nextLine() - 1;
        return row;
    }

    /** Returns where the row after the last one begins, in bytes of the text. */
    long position() {
        return position;
    }

    /** Returns how many lines were read. */
    long line() {
        return line;
    }

    /** Returns how much of the file was read, in bytes; some more than the rows need. */
    long filePosition() {
        return file.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
