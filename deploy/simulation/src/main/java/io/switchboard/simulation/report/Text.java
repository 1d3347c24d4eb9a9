package io.switchboard.simulation.report;

import io.switchboard.simulation.measure.Estimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Numbers and tables as the report writes them. */
public final class Text {
    private Text() {}

    /** Returns {@code 8.95 ± 0.12}. */
    public static String of(Estimate estimate, int digits) {
        return number(estimate.mean(), digits) + " ± " + number(estimate.half(), digits);
    }

    /** Returns a number with so many digits after the point and commas between thousands. */
    public static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** Returns a whole number with commas between thousands. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns a number as short as it can be written. */
    public static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Returns a table of Markdown. */
    public static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        table.append(row(head)).append(row(head.stream().map(h -> "---").toList()));
        rows.forEach(r -> table.append(row(r)));
        return table.append('\n').toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
