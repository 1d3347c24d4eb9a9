-- The same rule as before at a lower price. Three candidates were sorted for each contact. And whether another continues a
-- contact was looked up in a list: beyond what fits into work_mem (a few weeks of a large centre) PostgreSQL read the list
-- from its beginning for each contact, and a quarter was never counted to its end. A join may use the disk.
create or replace function contact_in_journey(whose text, since timestamptz, until timestamptz, longest interval)
    returns table (centre text, work_item_id uuid, customer_id uuid, channel text, account text, queue text, agent text,
        topic text, polarity double precision, arrived_at timestamptz, answered_at timestamptz, closed_at timestamptz,
        outcome text, settled boolean, continues uuid, from_channel text, from_at timestamptz, followed boolean)
    language sql stable as $$
with seen as (
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
), candidate as (
    -- When the candidates came that it may continue; null for one that it may not.
    select s.*,
        case when s.last_at >= s.arrived_at - longest and (s.last_closed_at is null or s.last_closed_at > s.arrived_at)
            then s.last_at end as open_from,
        case when s.alike_at >= s.arrived_at - longest and s.topic is not null and s.topic <> 'other'
            then s.alike_at end as alike_from,
        case when s.thread_at >= s.arrived_at - longest then s.thread_at end as thread_from
    from seen s
), latest as (
    select c.*, greatest(c.open_from, c.alike_from, c.thread_from) as from_at from candidate c
), linked as materialized (
    -- Of those that came at once the greatest id.
    select l.*, greatest(case when l.open_from = l.from_at then l.last_id end,
        case when l.alike_from = l.from_at then l.alike_id end,
        case when l.thread_from = l.from_at then l.thread_id end) as continues
    from latest l
)
select l.centre, l.work_item_id, l.customer_id, l.channel, l.account, l.queue, l.agent, l.topic, l.polarity, l.arrived_at,
    l.answered_at, l.closed_at, l.outcome, l.settled, l.continues,
    case l.continues when l.last_id then l.last_channel when l.alike_id then l.alike_channel
        when l.thread_id then l.thread_channel end,
    l.from_at, f.continues is not null
from linked l
left join (select distinct linked.continues from linked) f on f.continues = l.work_item_id
where l.arrived_at >= since and l.arrived_at < until
$$;
