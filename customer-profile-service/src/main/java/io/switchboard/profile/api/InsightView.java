package io.switchboard.profile.api;

import io.switchboard.profile.api.table.Column;
import io.switchboard.profile.api.table.Table;
import io.switchboard.profile.insight.Figures;
import io.switchboard.profile.insight.Figures.Times;
import io.switchboard.profile.insight.Grouping;
import io.switchboard.profile.insight.Insight.Group;
import io.switchboard.profile.insight.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the figures look like; the words are explained in docs/measures.md. */
final class InsightView {
    private InsightView() {}

    /**
     * Figures of a period.
     *
     * @param from the first day
     * @param to the last day
     * @param zone whose wall clock
     * @param groups every group that has any figures
     */
    public record Report(String from, String to, String zone, List<Map<String, @Nullable Object>> groups) {
        public Report {
            groups = List.copyOf(groups);
        }
    }

    /** Returns a group as one flat row: its keys by name, then its figures, always in the same order. */
    private static Map<String, @Nullable Object> row(Group group, List<Grouping> by) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            row.put(by.get(i).label(), group.key().get(i));
        }
        Figures figures = group.figures();
        row.put("messages", figures.messages());
        row.put("chaff", figures.chaff());
        row.put("chaffShare", figures.chaffShare());
        row.put("neededAnswer", figures.neededAnswer());
        row.put("answered", figures.answered());
        row.put("answeredShare", figures.answeredShare());
        row.put("meanSentiment", figures.meanSentiment());
        row.put("negative", figures.negative());
        row.put("contacts", figures.contacts());
        row.put("arrivedClosed", figures.arrivedClosed());
        row.put("settled", figures.settled());
        put(row, "firstResponse", figures.firstResponse());
        put(row, "resolution", figures.resolution());
        row.put("firstContacts", figures.firstContacts());
        row.put("resolvedAtFirst", figures.resolvedAtFirst());
        row.put("firstContactResolution", figures.firstContactResolution());
        return row;
    }

    private static void put(Map<String, @Nullable Object> row, String what, Times times) {
        row.put(what + "Median", times.median());
        row.put(what + "P90", times.p90());
        row.put(what + "OpenMedian", times.openMedian());
        row.put(what + "OpenP90", times.openP90());
    }

    static Report report(Period period, List<Group> groups, List<Grouping> by) {
        return new Report(
                period.from().toString(),
                period.to().toString(),
                period.zone().getId(),
                groups.stream().map(group -> row(group, by)).toList());
    }

    /** Returns a report's rows as a table, whose columns are known also where there is no row. */
    static Table table(Report report, List<Grouping> by) {
        var empty = new Group(by.stream().<@Nullable String>map(Grouping::label).toList(), Figures.NONE);
        List<Column> columns = row(empty, by).entrySet().stream()
                .map(column -> new Column(column.getKey(), kind(column.getValue())))
                .toList();
        return new Table(columns, report.groups());
    }

    /** Of nothing, counts are 0 and shares and times are missing. */
    private static Column.Kind kind(@Nullable Object ofNothing) {
        return switch (ofNothing) {
            case null -> Column.Kind.NUMBER;
            case Long _ -> Column.Kind.COUNT;
            default -> Column.Kind.TEXT;
        };
    }
}
