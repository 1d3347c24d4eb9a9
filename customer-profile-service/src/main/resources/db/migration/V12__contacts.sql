-- A contact is a work item: once that somebody wanted something of us. Whose it is follows from its address, so that a
-- merge and its taking back are right at once. What is counted by insight is defined here and nowhere else.

create view contact with (security_invoker = true) as
select w.tenant, w.centre, w.work_item_id, w.conversation_id, w.channel, w.account, w.queue, w.topic, w.polarity,
    coalesce(w.closed_by, w.answered_by, w.held_by) as agent,
    coalesce(c.root_id, w.work_item_id) as customer_id,
    w.arrived_at, w.taken_at, w.answered_at, w.closed_at, w.outcome, w.disposition,
    (w.answered_at is not null or coalesce(w.outcome = 'COMPLETED', false)) as settled
from work_item w
left join handle h on h.tenant = w.tenant and h.kind = w.address_kind and h.scope = w.address_scope and h.value = w.address
left join customer c on c.tenant = h.tenant and c.customer_id = h.customer_id
where w.arrived_at is not null and w.consult_of is null;

-- A message that came in, and what became of it.
create view incoming with (security_invoker = true) as
select m.tenant, m.centre, m.message_id, m.at, m.channel, m.account, w.queue,
    coalesce(l.routing_agent, w.closed_by, w.answered_by, w.held_by) as agent,
    cast(m.understanding as json) ->> 'topic' as topic,
    cast(cast(m.understanding as json) ->> 'polarity' as double precision) as polarity,
    coalesce(l.state = 'CHAFF', false) as chaff,
    coalesce(l.state = 'ANSWERED', false) as answered
from message m
left join ledger_entry l on l.tenant = m.tenant and l.message_id = m.message_id
left join work_item w on w.tenant = l.tenant and w.work_item_id = l.work_item_id
where m.direction = 'IN';

create index message_by_time on message (tenant, centre, at) where direction = 'IN';

-- Contacts that arrived in a span, each with the one it continues: the latest earlier one of the same customer, not longer
-- ago than the limit, that was about the same topic, or in the same conversation, or still open and their last. The same
-- rule as io.switchboard.profile.insight.Journeys, held together by a test.
--
-- Contacts up to the limit before and after are looked at, too: what came before may lie before the span, what followed
-- after it.
create function contact_in_journey(whose text, since timestamptz, until timestamptz, longest interval)
    returns table (centre text, work_item_id uuid, customer_id uuid, channel text, account text, queue text, agent text,
        topic text, polarity double precision, arrived_at timestamptz, answered_at timestamptz, closed_at timestamptz,
        outcome text, settled boolean, continues uuid, from_channel text, from_at timestamptz, followed boolean)
    language sql stable as $$
with seen as materialized (
    select c.*,
        lag(c.work_item_id) over last as last_id, lag(c.arrived_at) over last as last_at,
        lag(c.closed_at) over last as last_closed_at, lag(c.channel) over last as last_channel,
        lag(c.work_item_id) over alike as alike_id, lag(c.arrived_at) over alike as alike_at,
        lag(c.channel) over alike as alike_channel,
        lag(c.work_item_id) over thread as thread_id, lag(c.arrived_at) over thread as thread_at,
        lag(c.channel) over thread as thread_channel
    from contact c
    where c.tenant = whose and c.arrived_at >= since - longest and c.arrived_at < until + longest
    window last as (partition by c.customer_id order by c.arrived_at, c.work_item_id),
        alike as (partition by c.customer_id, c.topic order by c.arrived_at, c.work_item_id),
        thread as (partition by c.customer_id, c.conversation_id order by c.arrived_at, c.work_item_id)
), linked as materialized (
    select seen.*, before.id as continues, before.channel as from_channel, before.at as from_at
    from seen left join lateral (
        select candidate.* from (values
            (last_id, last_at, last_channel, last_closed_at is null or last_closed_at > seen.arrived_at),
            (alike_id, alike_at, alike_channel, topic is not null and topic <> 'other'),
            (thread_id, thread_at, thread_channel, true)) candidate (id, at, channel, fits)
        where fits and candidate.id is not null and candidate.at >= seen.arrived_at - longest
        order by candidate.at desc, candidate.id desc limit 1) before on true
)
select l.centre, l.work_item_id, l.customer_id, l.channel, l.account, l.queue, l.agent, l.topic, l.polarity, l.arrived_at,
    l.answered_at, l.closed_at, l.outcome, l.settled, l.continues, l.from_channel, l.from_at,
    l.work_item_id in (select f.continues from linked f where f.continues is not null) as followed
from linked l
where l.arrived_at >= since and l.arrived_at < until
$$;
