package io.switchboard.profile.ledger;

/**
 * The statements of the ledger: they merge facts into what is known, so that it costs one round trip and no lock is held
 * while Java thinks. The tests hold them against the same rules in plain Java. The last condition of each leaves a row alone
 * that learns nothing new.
 *
 * <p>Each takes facts of one kind about any number of messages ({@link FactRow}). They are entered in the order of the
 * messages' ids: two transactions that touch the same ones must not wait for each other. Centres are noted on the way, for
 * the gauges.
 */
final class LedgerSql {
    private LedgerSql() {}

    private static final String FACTS = """
            with every_fact as (
                select cast(:tenant as text) as tenant, r.* from json_to_recordset(cast(cast(:rows as text) as json)) as r (
                    message_id uuid, centre text, deadline timestamptz, reason text, reply_id uuid, sequence bigint,
                    stage text, at timestamptz, work_item_id uuid, agent text, disposition text,
                    requested_at timestamptz, settled_at timestamptz)
            ), noted as (
                insert into centre (tenant, centre)
                select distinct tenant, centre from every_fact order by centre on conflict do nothing
            ), fact as (
                select * from every_fact order by message_id
            )
            """;

    private static final String KNOWN = " on conflict (tenant, message_id) do update set changed_at = now(), ";

    private static final String CHANGES = " returning old.state as state_before, new.state as state_after";

    /** What is known to have come in is passed over without being held: most is entered twice, by two topics. */
    static final String RECEIVED = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, received_deadline)
            select tenant, centre, message_id, deadline from fact
            where not exists (
                select 1 from ledger_entry entered where entered.tenant = fact.tenant
                and entered.message_id = fact.message_id and entered.received_deadline <= fact.deadline)
            """ + KNOWN + """
            received_deadline = excluded.received_deadline,
            claimed_deadline = null
            where known.received_deadline is null or excluded.received_deadline < known.received_deadline
            """ + CHANGES;

    /** What came in needs no claim: most are of such, and change nothing. */
    static final String CLAIMED = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, claimed_deadline)
            select tenant, centre, message_id, deadline from fact
            """ + KNOWN + """
            claimed_deadline = excluded.claimed_deadline
            where known.received_deadline is null
                and (known.claimed_deadline is null or excluded.claimed_deadline < known.claimed_deadline)
            """ + CHANGES;

    static final String JUDGED_CHAFF = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, chaff_reason)
            select tenant, centre, message_id, reason from fact
            """ + KNOWN + """
            chaff_reason = excluded.chaff_reason where known.chaff_reason is null
            """ + CHANGES;

    static final String DEAD_LETTERED = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, dead_letter_reason)
            select tenant, centre, message_id, reason from fact
            """ + KNOWN + """
            dead_letter_reason = excluded.dead_letter_reason where known.dead_letter_reason is null
            """ + CHANGES;

    static final String ANSWERED = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, answered_by)
            select tenant, centre, message_id, reply_id from fact
            """ + KNOWN + """
            answered_by = excluded.answered_by where known.answered_by is null
            """ + CHANGES;

    static final String ROUTED = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, routing_sequence, routing_stage, routing_at,
                work_item_id, routing_agent, routing_deadline, disposition)
            select tenant, centre, message_id, sequence, stage, at, work_item_id, agent, deadline, disposition from fact
            """ + KNOWN + """
            routing_sequence = excluded.routing_sequence,
            routing_stage = excluded.routing_stage,
            routing_at = excluded.routing_at,
            work_item_id = excluded.work_item_id,
            routing_agent = excluded.routing_agent,
            routing_deadline = excluded.routing_deadline,
            disposition = excluded.disposition
            where known.routing_sequence is null or excluded.routing_sequence > known.routing_sequence
            """ + CHANGES;

    static final String REPLIED = FACTS + """
            insert into ledger_entry as known (tenant, centre, message_id, reply_id, reply_agent, reply_requested_at,
                reply_settled_at, reply_reason)
            select tenant, centre, message_id, reply_id, agent, requested_at, settled_at, reason from fact
            """ + KNOWN + """
            reply_id = excluded.reply_id,
            reply_agent = excluded.reply_agent,
            reply_requested_at = excluded.reply_requested_at,
            reply_settled_at = excluded.reply_settled_at,
            reply_reason = excluded.reply_reason
            where known.reply_id is null
                or (excluded.reply_requested_at, coalesce(excluded.reply_settled_at, '-infinity'))
                    > (known.reply_requested_at, coalesce(known.reply_settled_at, '-infinity'))
            """ + CHANGES;

    static final String COUNT = """
            select state, count(*), count(*) filter (where state = 'WAITING' and deadline < :now),
                count(*) filter (where state = 'WAITING' and claimed_deadline is not null and routing_stage is null)
            from ledger_entry where tenant = :tenant and centre = :centre
            group by state
            """;

    static final String BY_CHANNEL = """
            select cast(json_build_object('channel', channel, 'accepted', count(*),
                'answered', count(*) filter (where state = 'ANSWERED'),
                'assigned', count(*) filter (where state = 'ASSIGNED'),
                'waiting', count(*) filter (where state = 'WAITING'),
                'chaff', count(*) filter (where state = 'CHAFF'),
                'deadLettered', count(*) filter (where state = 'DEAD_LETTERED'),
                'overdue', count(*) filter (where state = 'WAITING' and deadline < now())) as text)
            from message join ledger_entry using (tenant, message_id)
            where tenant = :tenant and message.centre = :centre and direction = 'IN' and at >= :from and at < :to
            group by channel order by channel
            """;

    static final String COUNT_OPEN = """
            select state, count(*), count(*) filter (where state = 'WAITING' and deadline < :now),
                count(*) filter (where state = 'WAITING' and claimed_deadline is not null and routing_stage is null)
            from ledger_entry where tenant = :tenant and centre = :centre
            and state in ('WAITING', 'ASSIGNED', 'DEAD_LETTERED')
            group by state
            """;
}
