package io.switchboard.profile.history;

/** The statements that keep what became of work. Every parameter is cast, since a null has no type of its own. */
final class WorkSql {
    private WorkSql() {}

    /** Enters work as routing describes it; the latest description holds, who took it first stays. */
    static final String DESCRIBED = """
            insert into work_item as known (tenant, work_item_id, centre, conversation_id, channel, account, address_kind,
                address_scope, address, queue, topic, polarity, arrived_at, told_at, told_sequence, consult_of, taken_at,
                taken_by, held_by)
            values (cast(:tenant as text), cast(:workItemId as uuid), cast(:centre as text), cast(:conversationId as uuid),
                cast(:channel as text), cast(:account as text), cast(:addressKind as text), cast(:addressScope as text),
                cast(:address as text), cast(:queue as text), cast(:topic as text),
                cast(cast(:polarity as text) as double precision), cast(:arrivedAt as timestamptz),
                cast(:toldAt as timestamptz), cast(:sequence as bigint), cast(cast(:consultOf as text) as uuid),
                cast(cast(:takenAt as text) as timestamptz), cast(:holder as text), cast(:holder as text))
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

    /** Enters that it is over, once. */
    static final String CLOSED = """
            insert into work_item as known (tenant, work_item_id, centre, closed_at, closed_by, outcome, disposition)
            values (cast(:tenant as text), cast(:workItemId as uuid), cast(:centre as text), cast(:at as timestamptz),
                cast(:agent as text), cast(:outcome as text), cast(:disposition as text))
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

    /** Tells one step. Whose work it is about is known from the work: few events say so themselves. */
    static final String HAPPENED = """
            insert into work_event (tenant, centre, sequence, event_id, at, kind, work_item_id, agent, target, reason,
                address_kind, address_scope, address)
            select cast(:tenant as text), cast(:centre as text), cast(:sequence as bigint), cast(:eventId as uuid),
                cast(:at as timestamptz), cast(:kind as text), cast(:workItemId as uuid), cast(:agent as text),
                cast(:target as text), cast(:reason as text), work.address_kind, work.address_scope, work.address
            from (select 1) once
            left join work_item work on work.tenant = cast(:tenant as text)
                and work.work_item_id = cast(:workItemId as uuid)
            on conflict do nothing
            """;
}
