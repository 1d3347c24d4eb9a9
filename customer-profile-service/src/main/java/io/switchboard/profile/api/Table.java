package io.switchboard.profile.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for programs that calculate. */
final class Table {
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final CsvMapper CSV_MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private Table() {}

    /** Returns rows as CSV with a header, RFC 4180; a null is an empty field. */
    static String csv(List<String> columns, List<Map<String, @Nullable Object>> rows) {
        var schema = CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator("\r\n");
        try {
            return CSV_MAPPER
                    .writer(schema.build())
                    .writeValueAsString(rows.stream().map(Table::harmless).toList());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns rows as JSON, one a line. */
    static String ndjson(ObjectMapper json, List<Map<String, @Nullable Object>> rows) {
        var lines = new StringBuilder();
        try {
            for (Map<String, @Nullable Object> row : rows) {
                lines.append(json.writeValueAsString(row)).append('\n');
            }
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.toString();
    }

    private static Map<String, @Nullable Object> harmless(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> harmless = new LinkedHashMap<>(row);
        harmless.replaceAll((column, value) -> value instanceof String text ? harmless(text) : value);
        return harmless;
    }

    /** A spreadsheet calculates what begins like this. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
