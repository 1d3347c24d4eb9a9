package io.switchboard.profile.customer;

/** The statements about customers. Every parameter is cast, since a null has no type of its own. */
final class CustomerSql {
    private CustomerSql() {}

    /** How much of what was said at a handle tells of today; a look at a few rows of an index, however long a story is. */
    private static final int LATELY = 50;

    /**
     * Who {@code met} is known as, and what is known of all who are one with them. Each fact is kept with the customer at
     * whose handle it happened and put together here, so that merging and unmerging need not touch it: the highest rank,
     * the greatest value, the latest word, and care for all when one needs it. What other systems' records make of that is
     * for {@link OtherSystems} to say.
     */
    private static final String PROFILE = """
            select cast(json_build_object(
                'centre', root.centre,
                'version', root.version,
                'changedAt', said.changed_at,
                'firstMessageId', met.first_message_id,
                'mergedInto', met.merged_into,
                'tierAt', said.tier_at,
                'languageAt', said.language_at,
                'records', (
                    select coalesce(json_agg(json_build_object('source', r.source, 'recordId', r.record_id,
                        'customerId', r.customer_id, 'at', r.at, 'gone', r.gone, 'fields', r.fields)), json_array())
                    from source_record r
                    where r.tenant = root.tenant and r.customer_id = any (said.members) and not r.gone),
                'customer', json_build_object(
                    'customerId', root.customer_id,
                    'name', coalesce(root.name, said.name),
                    'standing', said.standing,
                    'lastAgent', said.last_agent,
                    'value', said.value,
                    'tier', said.tier,
                    'language', coalesce(said.language, heard.language),
                    'consents', (
                        select coalesce(json_agg(json_build_object('channel', channel, 'granted', granted, 'at', at,
                                'by', by) order by channel), json_array())
                        from (
                            select distinct on (w.channel) w.channel, w.granted, w.at, w.by
                            from customer m join customer_consent w
                                on w.tenant = m.tenant and w.customer_id = m.customer_id
                            where m.tenant = root.tenant and m.root_id = root.customer_id
                            order by w.channel, w.at desc, w.granted
                        ) consent),
                    'doNotContact', said.do_not_contact,
                    'vulnerable', said.vulnerable,
                    'churnRisk', heard.churn_risk,
                    'openMatters', heard.open_matters,
                    'firstContactAt', least(said.first_contact_at, heard.first_contact_at))) as text)
            from customer met
            join customer root on root.tenant = met.tenant and root.customer_id = met.root_id
            cross join lateral (
                select
                    array_agg(m.customer_id) as members,
                    (array_agg(m.name order by m.created_at, m.customer_id) filter (where m.name is not null))[1] as name,
                    case when bool_or(m.standing = 'VIP') then 'VIP' else 'STANDARD' end as standing,
                    (array_agg(m.last_agent order by m.last_agent_at desc, m.customer_id)
                        filter (where m.last_agent is not null))[1] as last_agent,
                    trim_scale(max(m.value)) as value,
                    (array_agg(m.tier order by m.tier_at desc, m.customer_id)
                        filter (where m.tier is not null))[1] as tier,
                    (array_agg(m.language order by m.language_at desc, m.customer_id)
                        filter (where m.language is not null))[1] as language,
                    max(m.tier_at) filter (where m.tier is not null) as tier_at,
                    max(m.language_at) filter (where m.language is not null) as language_at,
                    bool_or(m.do_not_contact) as do_not_contact,
                    bool_or(m.vulnerable) as vulnerable,
                    min(m.first_contact_at) as first_contact_at,
                    max(m.changed_at) as changed_at
                from customer m where m.tenant = root.tenant and m.root_id = root.customer_id
            ) said
            cross join lateral (
                select
                    (array_agg(lately.language order by lately.at desc)
                        filter (where lately.language <> 'und'))[1] as language,
                    max(lately.churn_risk) filter (where lately.at > now() - interval '30 days') as churn_risk,
                    count(distinct lately.conversation_id) filter (where lately.open) as open_matters,
                    min(first.at) as first_contact_at
                from customer m
                join handle h on h.tenant = m.tenant and h.customer_id = m.customer_id
                cross join lateral (
                    select one.at, one.conversation_id,
                        cast(one.understanding as json) ->> 'language' as language,
                        cast(cast(one.understanding as json) ->> 'churnRisk' as double precision) as churn_risk,
                        exists (
                            select 1 from ledger_entry l where l.tenant = one.tenant and l.message_id = one.message_id
                            and l.state in ('WAITING', 'ASSIGNED')) as open
                    from message one
                    where one.tenant = h.tenant and one.address_kind = h.kind and one.address_scope = h.scope
                    and one.address = h.value and one.direction = 'IN'
                    order by one.at desc limit\s""" + LATELY + """

                ) lately
                cross join lateral (
                    select one.at from message one
                    where one.tenant = h.tenant and one.address_kind = h.kind and one.address_scope = h.scope
                    and one.address = h.value and one.direction = 'IN'
                    order by one.at limit 1
                ) first
                where m.tenant = root.tenant and m.root_id = root.customer_id
            ) heard
            where met.tenant = :tenant and met.customer_id =\s""";

    static final String BY_ID = PROFILE + "cast(:customer as uuid)";

    static final String BY_IDS = PROFILE + "any (cast(cast(:customers as text) as uuid[]))";

    /**
     * The number of each address that somebody was met at, and their profile. Each address is looked up by itself: the planner
     * doesn't know how few they are and would read every handle of the tenant to find them.
     */
    static final String BY_ADDRESSES = """
            select one.number, profile.json
            from json_to_recordset(cast(cast(:addresses as text) as json))
                as one (number integer, kind text, scope text, value text)
            cross join lateral (
                select customer_id from handle
                where tenant = :tenant and kind = one.kind and scope = one.scope and value = one.value limit 1
            ) h
            cross join lateral (
            """ + PROFILE + "h.customer_id) profile (json)";

    /**
     * Whoever was met at the address of the work knows the agent; who they are one with is no matter here. They are held in
     * the order of their ids, as merging does.
     */
    static final String HELD_BY = """
            with holding as (
                select distinct on (customer_id) coalesce(h.customer_id, r.customer_id) as customer_id, r.agent, r.at
                from json_to_recordset(cast(cast(:rows as text) as json)) as r (customer_id uuid, kind text, scope text,
                    value text, agent text, at timestamptz)
                left join lateral (
                    select customer_id from handle
                    where tenant = :tenant and kind = r.kind and scope = r.scope and value = r.value limit 1
                ) h on true
                order by customer_id, r.at desc
            ), held as materialized (
                select c.customer_id, holding.agent, holding.at from holding
                join customer c on c.tenant = :tenant and c.customer_id = holding.customer_id
                where c.last_agent_at is null or c.last_agent_at < holding.at
                order by c.customer_id for no key update of c
            )
            update customer c set last_agent = held.agent, last_agent_at = held.at, changed_at = now()
            from held where c.tenant = :tenant and c.customer_id = held.customer_id
            """;

    /** Whoever changes more than one holds them in the order of their ids, as merging does. */
    static final String HOLD_ALL = """
            select cast(customer_id as text) from customer
            where tenant = :tenant
            and root_id = (select root_id from customer where tenant = :tenant and customer_id = cast(:customer as uuid))
            order by customer_id for no key update
            """;

    private static final String IS_NEWS = """
            (standing, value, coalesce(tier, ''), coalesce(language, 'und'), do_not_contact, vulnerable)
                is distinct from (cast(:standing as text), coalesce(cast(cast(:value as text) as numeric), value),
                    coalesce(cast(:tier as text), tier, ''), coalesce(cast(:language as text), language, 'und'),
                    coalesce(cast(cast(:doNotContact as text) as boolean), do_not_contact),
                    coalesce(cast(cast(:vulnerable as text) as boolean), vulnerable))
            """;

    /**
     * Said of all who are one with them; what is null stays, an empty tier and the language {@code und} are none. Said again
     * it is no news, but a later word: another system may have said something else meanwhile.
     */
    static final String SAY = """
            update customer set
                standing = cast(:standing as text),
                value = coalesce(cast(cast(:value as text) as numeric), value),
                tier = nullif(coalesce(cast(:tier as text), tier), ''),
                language = nullif(coalesce(cast(:language as text), language), 'und'),
                do_not_contact = coalesce(cast(cast(:doNotContact as text) as boolean), do_not_contact),
                vulnerable = coalesce(cast(cast(:vulnerable as text) as boolean), vulnerable),
                tier_at = case when cast(:tier as text) is null then tier_at else now() end,
                language_at = case when cast(:language as text) is null then language_at else now() end,
                changed_at = now(), version = version + case when\s""" + IS_NEWS + """
            then 1 else 0 end
            where tenant = :tenant and customer_id = any (cast(cast(:ids as text) as uuid[]))
            and (cast(:tier as text) is not null or cast(:language as text) is not null or\s""" + IS_NEWS + ")";

    /** An earlier word does not undo a later one. */
    static final String CONSENT = """
            insert into customer_consent as known (tenant, customer_id, channel, granted, at, by)
            select cast(:tenant as text), customer_id, cast(:channel as text), cast(:granted as boolean),
                cast(:at as timestamptz), cast(:by as text)
            from unnest(cast(cast(:ids as text) as uuid[])) customer_id
            on conflict (tenant, customer_id, channel) do update set
                granted = excluded.granted, at = excluded.at, by = excluded.by
            where excluded.at > known.at
            """;

    static final String CONSENTED = """
            update customer set changed_at = now(), version = version + 1
            where tenant = :tenant and customer_id = any (cast(cast(:ids as text) as uuid[]))
            """;
}
