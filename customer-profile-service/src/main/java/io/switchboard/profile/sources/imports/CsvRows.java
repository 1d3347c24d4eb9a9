package io.switchboard.profile.sources.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.switchboard.profile.sources.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rows of CSV: each an object of the columns that the header names. */
final class CsvRows implements RowParser {
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final ObjectReader reader;
    private final List<String> columns;
    private final long begin;
    private final long beginLine;

    private CsvRows(ObjectReader reader, List<String> columns, long begin, long beginLine) {
        this.reader = reader;
        this.columns = columns;
        this.begin = begin;
        this.beginLine = beginLine;
    }

    static Maker of(Source source) {
        return new Maker() {
            @Override
            public boolean quotes() {
                return true;
            }

            @Override
            public char delimiter() {
                return source.delimiter();
            }

            @Override
            public RowParser make(RowCutter head) throws IOException {
                return withHeader(source, head.next());
            }
        };
    }

    private static RowParser withHeader(Source source, @org.jspecify.annotations.Nullable Cut header) {
        if (header == null) {
            throw new BrokenFileException("line 1: the file is empty; the first line names the columns");
        }
        ObjectReader reader =
                CSV.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(source.delimiter()));
        String text = Utf8.text(header.bytes())
                .filter(line -> line.indexOf('\u0000') < 0)
                .orElseThrow(() -> new BrokenFileException("line 1: the header is not UTF-8"));
        List<String> columns = cells(reader, Utf8.withoutMark(text))
                .map(cells -> cells.stream().map(String::strip).toList())
                .orElseThrow(() -> new BrokenFileException("line 1: the header is not CSV"));
        check(source, columns);
        return new CsvRows(reader, columns, header.next(), header.nextLine() - 1);
    }

    private static void check(Source source, List<String> columns) {
        Set<String> seen = new HashSet<>();
        columns.stream().filter(column -> !seen.add(column)).findFirst().ifPresent(twice -> {
            throw new BrokenFileException("line 1: the column \"" + twice + "\" is there twice");
        });
        Set<String> missing = new TreeSet<>();
        Stream.of(
                        Stream.of(source.id()),
                        source.at().stream(),
                        source.fields().values().stream().map(rule -> rule.from()))
                .flatMap(pointers -> pointers)
                .map(CsvRows::column)
                .filter(column -> !seen.contains(column))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new BrokenFileException("line 1: the source's file names columns that the header has not: "
                    + String.join(", ", missing) + "; the header has: " + String.join(", ", columns));
        }
    }

    private static String column(JsonPointer pointer) {
        return pointer.tail() != null && pointer.tail().matches() ? pointer.getMatchingProperty() : pointer.toString();
    }

    @Override
    public Row parse(long line, String text) {
        Optional<List<String>> cells = cells(reader, text);
        if (cells.isEmpty()) {
            return Row.bad(line, "the line is not CSV", null, text.stripTrailing());
        }
        if (cells.get().size() != columns.size()) {
            return Row.bad(
                    line,
                    "the row has " + cells.get().size() + " columns, the header " + columns.size(),
                    null,
                    text.stripTrailing());
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            record.put(columns.get(i), cells.get().get(i));
        }
        return Row.good(line, record);
    }

    private static Optional<List<String>> cells(ObjectReader reader, String text) {
        try (var rows = reader.<String[]>readValues(text)) {
            return rows.hasNext() ? Optional.of(Arrays.asList(rows.next())) : Optional.of(List.of());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public long begin() {
        return begin;
    }

    @Override
    public long beginLine() {
        return beginLine;
    }
}
