package io.switchboard.profile.identity;

/** The statements about who may be one. Every parameter is cast, since a null has no type of its own. */
final class SuggestionSql {
    private SuggestionSql() {}

    /**
     * A name that many have is found by its index, one row after the other: the planner would begin to read the table and
     * expect to meet one soon, and those who came last are at its end; or gather all who have the name, though a few are
     * enough: 20 ms for each customer who is called as 260,000 others are.
     */
    static final String BY_INDEX =
            "select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)";

    /** Who has the name, or an address like one, of those who were just met. Nobody is found by what too many share. */
    static final String ALIKE = """
            select cast(json_build_object('one', me.customer_id, 'other', found.customer_id, 'kind', found.kind,
                'key', found.key, 'others', found.others) as text)
            from customer me
            cross join lateral (
                select near.customer_id, 'name' as kind, me.name_key as key, count(*) over () as others
                from (
                    select c.customer_id, c.root_id from customer c
                    where c.tenant = me.tenant and c.name_key = me.name_key and c.customer_id <> me.customer_id
                    limit :limit
                ) near where near.root_id <> me.root_id
                union all
                select near.customer_id, 'local', mine.local_key, count(*) over (partition by mine.local_key)
                from handle mine
                cross join lateral (
                    select h.customer_id from handle h
                    where h.tenant = mine.tenant and h.local_key = mine.local_key and h.customer_id <> me.customer_id
                    limit :limit
                ) near
                join customer c on c.tenant = me.tenant and c.customer_id = near.customer_id and c.root_id <> me.root_id
                where mine.tenant = me.tenant and mine.customer_id = me.customer_id and mine.local_key is not null
            ) found
            where me.tenant = :tenant and me.customer_id = any (cast(cast(:ids as text) as uuid[]))
            and found.others < :limit
            """;

    /** Whose the address is that a message names. */
    static final String NAMED = """
            select cast(h.customer_id as text) from handle h
            where h.tenant = :tenant and h.kind = :kind and h.scope = '' and h.value = :value
            """;

    /** Whose the user name may be that a message names. */
    static final String NAMED_LIKE = """
            select cast(h.customer_id as text) from handle h
            where h.tenant = :tenant and h.local_key = :value and h.kind <> 'email' limit :limit
            """;

    private static final String FAMILIES = """
            with one as (
                select m.customer_id from customer c join customer m on m.tenant = c.tenant and m.root_id = c.root_id
                where c.tenant = :tenant and c.customer_id = cast(:one as uuid)
            ), other as (
                select m.customer_id from customer c join customer m on m.tenant = c.tenant and m.root_id = c.root_id
                where c.tenant = :tenant and c.customer_id = cast(:other as uuid)
            )
            """;

    static final String SAID_TO_DIFFER = FAMILIES + """
            select exists (
                select 1 from one cross join other join identity_suggestion s on s.tenant = :tenant
                    and s.one_id = least(one.customer_id, other.customer_id)
                    and s.other_id = greatest(one.customer_id, other.customer_id)
                where s.state = 'REJECTED')
            """;

    static final String KNOWN = """
            select reasons from identity_suggestion
            where tenant = :tenant and one_id = least(cast(:one as uuid), cast(:other as uuid))
            and other_id = greatest(cast(:one as uuid), cast(:other as uuid)) for update
            """;

    static final String SUGGEST = """
            insert into identity_suggestion as known (tenant, suggestion_id, one_id, other_id, score, reasons)
            values (cast(:tenant as text), cast(:id as uuid), least(cast(:one as uuid), cast(:other as uuid)),
                greatest(cast(:one as uuid), cast(:other as uuid)), cast(:score as double precision),
                cast(:reasons as text))
            on conflict (tenant, one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
            where known.state = 'OPEN'
            """;

    /** Whatever was suggested, or would be, about a pair is settled. */
    static final String SETTLE = """
            insert into identity_suggestion (tenant, suggestion_id, one_id, other_id, state, score, reasons, settled_at,
                settled_by)
            values (cast(:tenant as text), cast(:id as uuid), least(cast(:one as uuid), cast(:other as uuid)),
                greatest(cast(:one as uuid), cast(:other as uuid)), cast(:state as text), 0, '[]', now(),
                cast(:by as text))
            on conflict (tenant, one_id, other_id) do update set
                state = excluded.state, settled_at = excluded.settled_at, settled_by = excluded.settled_by
            """;

    /** Of all who are one with a customer, with nobody who is by now. */
    static final String OF = """
            select cast(json_build_object('suggestionId', suggestion_id, 'customerId', root_id, 'name', name,
                'handles', coalesce(
                    (select json_agg(json_build_object('kind', h.kind, 'account', h.scope, 'value', h.value,
                            'name', h.name, 'firstSeenAt', h.first_seen_at)
                        order by h.first_seen_at, h.kind, h.value)
                    from (
                        select h.* from customer m
                        join handle h on h.tenant = m.tenant and h.customer_id = m.customer_id
                        where m.tenant = open.tenant and m.root_id = open.root_id
                        order by h.first_seen_at, h.kind, h.value limit 5
                    ) h),
                    json_array()),
                'score', score, 'reasons', cast(reasons as json), 'madeAt', made_at) as text)
            from (
                select distinct on (s.suggestion_id) s.*, them.root_id, root.name
                from customer asked
                join customer me on me.tenant = asked.tenant and me.root_id = asked.root_id
                cross join lateral (
                    select a.*, a.other_id as them_id from identity_suggestion a
                    where a.tenant = me.tenant and a.one_id = me.customer_id and a.state = 'OPEN'
                    union all
                    select b.*, b.one_id from identity_suggestion b
                    where b.tenant = me.tenant and b.other_id = me.customer_id and b.state = 'OPEN'
                ) s
                join customer them on them.tenant = s.tenant and them.customer_id = s.them_id
                join customer root on root.tenant = them.tenant and root.customer_id = them.root_id
                where asked.tenant = :tenant and asked.customer_id = cast(:customer as uuid)
                and them.root_id <> asked.root_id
            ) open
            where (score, suggestion_id) < (cast(:score as double precision), cast(:before as uuid))
            order by score desc, suggestion_id desc limit :limit
            """;

    /** The pair of an open suggestion, one of which is one with the customer; theirs first. */
    static final String PAIR = """
            select cast(json_build_array(
                case when one.root_id = asked.root_id then s.one_id else s.other_id end,
                case when one.root_id = asked.root_id then s.other_id else s.one_id end) as text)
            from identity_suggestion s
            join customer one on one.tenant = s.tenant and one.customer_id = s.one_id
            join customer other on other.tenant = s.tenant and other.customer_id = s.other_id
            join customer asked on asked.tenant = s.tenant and asked.customer_id = cast(:customer as uuid)
            where s.tenant = :tenant and s.suggestion_id = cast(:id as uuid) and s.state = 'OPEN'
            and asked.root_id in (one.root_id, other.root_id) and one.root_id <> other.root_id
            """;
}
