package io.switchboard.profile.history;

/** The statements that keep what became of work. Every parameter is cast, since a null has no type of its own. */
final class WorkSql {
    private WorkSql() {}

    /** Enters works as routing describes them, each once; the latest description holds, who took it first stays. */
    static final String DESCRIBED = """
            insert into work_item as known (tenant, work_item_id, centre, conversation_id, channel, account, address_kind,
                address_scope, address, queue, topic, polarity, arrived_at, told_at, told_sequence, consult_of, taken_at,
                taken_by, held_by)
            select cast(:tenant as text), r.*
            from json_to_recordset(cast(cast(:rows as text) as json)) as r (work_item_id uuid, centre text,
                conversation_id uuid, channel text, account text, address_kind text, address_scope text, address text,
                queue text, topic text, polarity double precision, arrived_at timestamptz, told_at timestamptz,
                told_sequence bigint, consult_of uuid, taken_at timestamptz, taken_by text, held_by text)
            order by work_item_id
            on conflict (tenant, work_item_id) do update set
                centre = excluded.centre, conversation_id = excluded.conversation_id, channel = excluded.channel,
                account = excluded.account, address_kind = excluded.address_kind, address_scope = excluded.address_scope,
                address = excluded.address, queue = excluded.queue, topic = excluded.topic, polarity = excluded.polarity,
                arrived_at = excluded.arrived_at, told_at = excluded.told_at, told_sequence = excluded.told_sequence,
                consult_of = coalesce(known.consult_of, excluded.consult_of),
                taken_at = coalesce(known.taken_at, excluded.taken_at),
                taken_by = coalesce(known.taken_by, excluded.taken_by),
                held_by = coalesce(excluded.held_by, known.held_by)
            where known.told_at is null
                or (excluded.told_at, excluded.told_sequence) > (known.told_at, known.told_sequence)
            """;

    /** Enters that works are over, each once. */
    static final String CLOSED = """
            insert into work_item as known (tenant, work_item_id, centre, closed_at, closed_by, outcome, disposition)
            select cast(:tenant as text), r.*
            from json_to_recordset(cast(cast(:rows as text) as json)) as r (work_item_id uuid, centre text,
                closed_at timestamptz, closed_by text, outcome text, disposition text)
            order by work_item_id
            on conflict (tenant, work_item_id) do update set closed_at = excluded.closed_at,
                closed_by = excluded.closed_by, outcome = excluded.outcome, disposition = excluded.disposition
            where known.closed_at is null
            """;

    /** Enters an answer that a provider took; the first one counts. */
    static final String ANSWERED = """
            insert into work_item as known (tenant, work_item_id, centre, answered_at, answered_by)
            values (cast(:tenant as text), cast(:workItemId as uuid), cast(:centre as text), cast(:at as timestamptz),
                cast(:agent as text))
            on conflict (tenant, work_item_id) do update set answered_at = excluded.answered_at,
                answered_by = excluded.answered_by
            where known.answered_at is null or excluded.answered_at < known.answered_at
            """;

    /** Tells steps. Whose work one is about is known from the work: few events say so themselves. */
    static final String HAPPENED = """
            insert into work_event (tenant, centre, sequence, event_id, at, kind, work_item_id, agent, target, reason,
                address_kind, address_scope, address)
            select cast(:tenant as text), r.*, work.address_kind, work.address_scope, work.address
            from json_to_recordset(cast(cast(:rows as text) as json)) as r (centre text, sequence bigint, event_id uuid,
                at timestamptz, kind text, work_item_id uuid, agent text, target text, reason text)
            left join work_item work on work.tenant = :tenant and work.work_item_id = r.work_item_id
            order by r.centre, r.sequence
            on conflict do nothing
            """;
}
