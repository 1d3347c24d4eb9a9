package io.switchboard.profile.api.table;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows and what their columns hold, which is known without any row, too.
 *
 * @param columns in order
 * @param rows by the names of the columns: strings, longs, doubles or null
 */
public record Table(List<Column> columns, List<Map<String, @Nullable Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Returns records as rows, with a column for each component: a string, a long or a double. */
    public static <T extends Record> Table of(Class<T> form, List<T> records) {
        RecordComponent[] components = form.getRecordComponents();
        return new Table(
                Arrays.stream(components)
                        .map(component -> new Column(component.getName(), kind(component.getType())))
                        .toList(),
                records.stream().map(one -> row(components, one)).toList());
    }

    private static Column.Kind kind(Class<?> type) {
        return type == String.class ? Column.Kind.TEXT : type == long.class ? Column.Kind.COUNT : Column.Kind.NUMBER;
    }

    private static Map<String, @Nullable Object> row(RecordComponent[] components, Record one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        try {
            for (RecordComponent component : components) {
                row.put(component.getName(), component.getAccessor().invoke(one));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("not a public record of plain values: " + one.getClass(), e);
        }
        return row;
    }
}
