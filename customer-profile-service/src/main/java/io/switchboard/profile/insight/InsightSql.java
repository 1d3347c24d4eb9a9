package io.switchboard.profile.insight;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements of insight. What a contact, an incoming message and a journey are is defined in the migrations. */
final class InsightSql {
    private InsightSql() {}

    /** A long span and a short one want different plans; and nobody waits for ever. */
    static final String BEGIN = """
            select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', :patience, true),
                set_config('jit', 'off', true)
            """;

    /** {@code offset 0} has the understanding of a message read once, whatever is counted of it. */
    static String messages(List<Grouping> by) {
        return "select " + names(by) + """
                 count(*) as messages,
                count(*) filter (where chaff) as chaff,
                count(*) filter (where answered) as answered,
                avg(polarity) as mean_sentiment,
                count(*) filter (where polarity <= -0.25) as negative
            from (
                select\s""" + keys(by, "at") + """
                 chaff, answered, polarity from incoming
                where tenant = :tenant and centre = :centre and at >= cast(:since as timestamptz)
                    and at < cast(:until as timestamptz) offset 0) message
            """ + group(by);
    }

    /**
     * When queues were open is laid out once for all contacts, since they are many and queues few. {@code offset 0} has the
     * open time counted before contacts are sorted into groups: else each would take its queue's spans along.
     */
    static String contacts(List<Grouping> by) {
        return """
            with arrived as materialized (
                select * from contact_in_journey(:tenant, cast(:since as timestamptz), cast(:until as timestamptz),
                    cast(cast(:longest as text) as interval))
                where centre = :centre
            ), opening as materialized (
                select * from opening_of(:tenant, :centre, cast(:since as timestamptz), (
                    select least(max(greatest(arrived_at, answered_at, closed_at)), now() + interval '1 day') from arrived))
            )
            select\s""" + keys(by, "arrived_at") + """
                 count(*) as contacts,
                count(*) filter (where arrived_closed) as arrived_closed,
                count(*) filter (where settled) as settled,
                percentile_cont(0.5) within group (order by answered_after) as first_response_median,
                percentile_cont(0.9) within group (order by answered_after) as first_response_p90,
                percentile_cont(0.5) within group (order by answered_after_open) as first_response_open_median,
                percentile_cont(0.9) within group (order by answered_after_open) as first_response_open_p90,
                percentile_cont(0.5) within group (order by completed_after) as resolution_median,
                percentile_cont(0.9) within group (order by completed_after) as resolution_p90,
                percentile_cont(0.5) within group (order by completed_after_open) as resolution_open_median,
                percentile_cont(0.9) within group (order by completed_after_open) as resolution_open_p90,
                count(*) filter (where settled and continues is null) as first_contacts,
                count(*) filter (where settled and continues is null and not followed) as resolved_at_first
            from (
                select a.*, was_closed(o.opens, o.closes, a.arrived_at) as arrived_closed,
                    case when a.answered_at is not null
                        then cast(greatest(0, extract(epoch from a.answered_at - a.arrived_at)) as double precision)
                        end as answered_after,
                    case when a.answered_at is not null
                        then open_seconds(o.opens, o.closes, o.before, a.arrived_at, a.answered_at)
                        end as answered_after_open,
                    case when a.outcome = 'COMPLETED'
                        then cast(greatest(0, extract(epoch from a.closed_at - a.arrived_at)) as double precision)
                        end as completed_after,
                    case when a.outcome = 'COMPLETED'
                        then open_seconds(o.opens, o.closes, o.before, a.arrived_at, a.closed_at)
                        end as completed_after_open
                from arrived a left join opening o on o.queue = a.queue offset 0) contact
            """ + group(by);
    }

    /** How far a count is from the one before in terms of what chance does to such counts. */
    static final String TOPICS = """
            select topic, count(*) filter (where at >= cast(:since as timestamptz)) as messages,
                count(*) filter (where at < cast(:since as timestamptz)) as before,
                avg(polarity) filter (where at >= cast(:since as timestamptz)) as mean_sentiment,
                cast(count(*) filter (where at >= cast(:since as timestamptz))
                    - count(*) filter (where at < cast(:since as timestamptz)) as double precision) / sqrt(count(*)) as rise
            from (
                select topic, polarity, at from incoming
                where tenant = :tenant and centre = :centre and at >= cast(:before as timestamptz)
                    and at < cast(:until as timestamptz) and not chaff offset 0) message
            where topic is not null
            group by topic
            order by rise desc, topic
            """;

    static final String STEPS = """
            select from_channel, channel, count(*) as contacts,
                percentile_cont(0.5) within group (
                    order by cast(extract(epoch from arrived_at - from_at) as double precision)) as between_median
            from contact_in_journey(:tenant, cast(:since as timestamptz), cast(:until as timestamptz),
                cast(cast(:longest as text) as interval))
            where centre = :centre
            group by from_channel, channel
            order by contacts desc, from_channel nulls first, channel
            """;

    private static String keys(List<Grouping> by, String at) {
        return by.stream()
                .map(one -> one.expression(at) + " as " + name(one) + ", ")
                .collect(Collectors.joining());
    }

    private static String names(List<Grouping> by) {
        return by.stream().map(one -> name(one) + ", ").collect(Collectors.joining());
    }

    private static String name(Grouping one) {
        return "by_" + one.label();
    }

    private static String group(List<Grouping> by) {
        return by.isEmpty()
                ? ""
                : IntStream.rangeClosed(1, by.size())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", ", "group by ", ""));
    }
}
