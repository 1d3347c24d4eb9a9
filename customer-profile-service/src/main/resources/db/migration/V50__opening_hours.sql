-- When queues are open, as routing's setups say, so that waiting is told in open time, too. What was said before is kept:
-- the figures of a past month don't change because hours do.

-- The setup of a centre that was read last, so that one that comes again or late changes nothing.
create table hours_told (
    tenant text not null check (tenant <> ''),
    centre text not null,
    version text not null,
    changed_at timestamptz not null,
    primary key (tenant, centre)
);

-- The hours of a queue since a setup that said something else than the one before. One span for each place of the arrays:
-- its day of the week (1 is Monday), its beginning and its end, where 24:00 is midnight. No zone: always open.
create table queue_hours (
    tenant text not null check (tenant <> ''),
    centre text not null,
    queue text not null,
    since timestamptz not null,
    zone text,
    days smallint[],
    opens time[],
    closes time[],
    holidays date[],
    primary key (tenant, centre, queue, since),
    check (num_nulls(zone, days, opens, closes, holidays) in (0, 5)),
    check (cardinality(days) = cardinality(opens) and cardinality(days) = cardinality(closes))
);

alter table hours_told enable row level security;
alter table hours_told force row level security;
create policy own_tenant on hours_told using (tenant = current_setting('switchboard.tenant', true));

alter table queue_hours enable row level security;
alter table queue_hours force row level security;
create policy own_tenant on queue_hours using (tenant = current_setting('switchboard.tenant', true));

-- The moment of a wall clock's time, as Java has it and so routing: of an hour that comes twice the first one. PostgreSQL
-- takes the second. Of an hour that is left out both take the one after it.
create function moment_of(wall timestamp, zone text) returns timestamptz language sql immutable as $$
select case when (((wall - interval '1 day') at time zone zone) + interval '24 hours') at time zone zone = wall
    then least(wall at time zone zone, ((wall - interval '1 day') at time zone zone) + interval '24 hours')
    else wall at time zone zone end
$$;

-- The spans in which each queue of a centre was open, in order and apart from each other, and the open time before each;
-- from two days before the earliest moment that is asked for to two days behind the latest. A queue that is missing here
-- has no hours: it is always open. What was before the first setup we know goes by that one.
create function opening_of(whose text, place text, earliest timestamptz, latest timestamptz)
    returns table (queue text, opens timestamptz[], closes timestamptz[], before interval[])
    language sql stable strict as $$
with period as (
    select h.queue, h.zone, h.days, h.opens, h.closes, h.holidays,
        greatest(case when lag(h.since) over line is not null then h.since end, earliest - interval '2 days') as begins,
        least(lead(h.since) over line, latest + interval '2 days') as ends
    from queue_hours h
    where h.tenant = whose and h.centre = place
    window line as (partition by h.queue order by h.since)
), day as (
    select p.*, cast(p.begins at time zone p.zone as date) + i as day
    from period p cross join lateral generate_series(0,
        cast(p.ends at time zone p.zone as date) - cast(p.begins at time zone p.zone as date)) i
    where p.zone is not null
), span as (
    select p.queue, p.begins as opens, p.ends as closes from period p where p.zone is null
    union all
    select d.queue, greatest(moment_of(d.day + s.opens, d.zone), d.begins), least(moment_of(d.day + s.closes, d.zone), d.ends)
    from day d cross join lateral unnest(d.days, d.opens, d.closes) s (weekday, opens, closes)
    where s.weekday = extract(isodow from d.day) and d.day <> all (d.holidays)
), apart as (
    -- Where clocks are set forward, a span can reach into the next one.
    select s.queue, s.closes, greatest(s.opens, max(s.closes) over (partition by s.queue order by s.opens, s.closes
        rows between unbounded preceding and 1 preceding)) as opens
    from span s where s.opens < s.closes
), added as (
    select a.queue, a.opens, a.closes, sum(a.closes - a.opens) over (partition by a.queue order by a.opens)
        - (a.closes - a.opens) as before
    from apart a where a.opens < a.closes
)
select q.queue, coalesce(array_agg(a.opens order by a.opens) filter (where a.queue is not null), '{}'),
    coalesce(array_agg(a.closes order by a.opens) filter (where a.queue is not null), '{}'),
    coalesce(array_agg(a.before order by a.opens) filter (where a.queue is not null), '{}')
from (select distinct p.queue from period p) q
left join added a on a.queue = q.queue
group by q.queue
$$;

-- How long a queue was open until a moment, from when its spans begin; the place is of the last span that began by then.
create function open_until(opens timestamptz[], closes timestamptz[], before interval[], moment timestamptz, place integer)
    returns interval language sql immutable as $$
select coalesce(before[place] + (least(moment, closes[place]) - opens[place]), interval '0')
$$;

-- How many seconds a queue with these spans was open between two moments; all of them where it has no spans.
create function open_seconds(opens timestamptz[], closes timestamptz[], before interval[], since timestamptz,
    until timestamptz) returns double precision language sql immutable as $$
select date_part('epoch', greatest(interval '0', case when opens is null then until - since
    else open_until(opens, closes, before, until, width_bucket(until, opens))
        - open_until(opens, closes, before, since, width_bucket(since, opens)) end))
$$;

-- Whether a queue with these spans was closed at a moment.
create function was_closed(opens timestamptz[], closes timestamptz[], moment timestamptz) returns boolean
    language sql immutable as $$
select opens is not null and coalesce(moment >= closes[width_bucket(moment, opens)], true)
$$;
