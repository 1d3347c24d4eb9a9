package io.switchboard.profile.insight;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Counts what came in at a centre, now or in any past period: the same statements, so the same figures. */
@ApplicationScoped
public class Insight {
    private final TenantTransaction transaction;
    private final InsightConfig config;

    Insight(TenantTransaction transaction, InsightConfig config) {
        this.transaction = transaction;
        this.config = config;
    }

    /**
     * What is counted.
     *
     * @param tenant the organisation
     * @param centre the contact centre
     * @param since the first moment
     * @param until the first moment behind it
     */
    public record Of(String tenant, String centre, Instant since, Instant until) {}

    /**
     * A group and its figures.
     *
     * @param key what the groupings say, in their order; null where that is not known, as the queue of what was never routed
     */
    public record Group(List<@Nullable String> key, Figures figures) {}

    /** A topic, how often it came up, how often in as many days before, and how much more that is than chance would do. */
    public record Topic(
            String topic,
            long messages,
            long before,
            @Nullable Double meanSentiment,
            double rise) {}

    /**
     * How often a matter went from one channel to another, or stayed.
     *
     * @param from null where it began
     * @param betweenMedian seconds between the two, or null
     */
    public record Step(
            @Nullable String from,
            String to,
            long contacts,
            @Nullable Double betweenMedian) {}

    /**
     * Returns the figures of every group that has any; in order of time, then of the keys.
     *
     * @param spans what the grouping by time tells apart, in order; none without one
     */
    public Uni<List<Group>> figures(Of of, List<Grouping> by, List<Period.Span> spans) {
        return ask(
                of,
                session -> rows(session, of, InsightSql.messages(by), spans)
                        .flatMap(messages -> contactRows(session, of, by, spans)
                                .map(contacts -> merged(messages, contacts, by, spans))));
    }

    private Uni<List<Object[]>> contactRows(Mutiny.Session session, Of of, List<Grouping> by, List<Period.Span> spans) {
        return timed(session.createNativeQuery(InsightSql.contacts(by), Object[].class), of, spans)
                .setParameter("longest", config.journeyWindow().toString())
                .getResultList();
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, Of of, String sql, List<Period.Span> spans) {
        return timed(session.createNativeQuery(sql, Object[].class), of, spans).getResultList();
    }

    private static SelectionQuery<Object[]> timed(SelectionQuery<Object[]> query, Of of, List<Period.Span> spans) {
        if (!spans.isEmpty()) {
            query.setParameter("edges", edges(spans));
        }
        return spanned(query, of);
    }

    private static SelectionQuery<Object[]> spanned(SelectionQuery<Object[]> query, Of of) {
        return query.setParameter("tenant", of.tenant())
                .setParameter("centre", of.centre())
                .setParameter("since", of.since())
                .setParameter("until", of.until());
    }

    private static String edges(List<Period.Span> spans) {
        return spans.stream().map(span -> span.start().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<Group> merged(
            List<Object[]> messages, List<Object[]> contacts, List<Grouping> by, List<Period.Span> spans) {
        Map<List<@Nullable String>, Figures> groups = new LinkedHashMap<>();
        for (Object[] row : messages) {
            groups.put(key(row, by), InsightRows.messages(row, by.size()));
        }
        for (Object[] row : contacts) {
            groups.merge(key(row, by), InsightRows.contacts(row, by.size()), Figures::withContactsOf);
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(InsightRows.order(by)))
                .map(group -> new Group(labelled(group.getKey(), by, spans), group.getValue()))
                .toList();
    }

    private static List<@Nullable String> key(Object[] row, List<Grouping> by) {
        var key = new ArrayList<@Nullable String>();
        IntStream.range(0, by.size()).forEach(i -> key.add((String) row[i]));
        return key;
    }

    private static List<@Nullable String> labelled(
            List<@Nullable String> key, List<Grouping> by, List<Period.Span> spans) {
        var labels = new ArrayList<@Nullable String>(key);
        for (int i = 0; i < by.size(); i++) {
            String span = key.get(i);
            if (by.get(i).isTime() && span != null) {
                labels.set(i, spans.get(Integer.parseInt(span) - 1).label());
            }
        }
        return Collections.unmodifiableList(labels);
    }

    /**
     * Returns the topics of a period and the one before, the fastest rising first.
     *
     * @param before the first moment of the period before
     */
    public Uni<List<Topic>> topics(Of of, Instant before) {
        return ask(
                of,
                session -> spanned(session.createNativeQuery(InsightSql.TOPICS, Object[].class), of)
                        .setParameter("before", before)
                        .getResultList()
                        .map(rows -> rows.stream().map(InsightRows::topic).toList()));
    }

    /** Returns from which channel to which contacts went, the most frequent first. */
    public Uni<List<Step>> steps(Of of) {
        return ask(
                of,
                session -> spanned(session.createNativeQuery(InsightSql.STEPS, Object[].class), of)
                        .setParameter("longest", config.journeyWindow().toString())
                        .getResultList()
                        .map(rows -> rows.stream().map(InsightRows::step).toList()));
    }

    private <T> Uni<T> ask(Of of, Function<Mutiny.Session, Uni<T>> question) {
        return transaction.in(
                of.tenant(),
                session -> session.createNativeQuery(InsightSql.BEGIN, Object[].class)
                        .setParameter(
                                "patience", String.valueOf(config.patience().toMillis()))
                        .getSingleResult()
                        .chain(() -> question.apply(session)));
    }
}
