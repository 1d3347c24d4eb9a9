package io.switchboard.profile.api.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes tables as CSV with a header, RFC 4180; what is missing is an empty field. */
final class Csv {
    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private Csv() {}

    static String of(Table table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        var schema = CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator("\r\n");
        try {
            return MAPPER.writer(schema.build())
                    .writeValueAsString(table.rows().stream().map(Csv::harmless).toList());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
