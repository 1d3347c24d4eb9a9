-- Who is told of routing events by webhook, and what is still to be told.
--
-- Two halves. What people wrote and what happened (subscription, delivery) is under row-level security like everything of
-- a tenant's. When who is to be called (subscription_duty, delivery_line) is ids and times only and is not: the sender
-- visits every tenant's subscriptions.

create table subscription (
    id uuid primary key,
    tenant text not null check (tenant <> ''),
    centre text not null check (centre <> ''),
    url text not null,
    -- None: all.
    types text[] not null,
    description text,
    -- Sealed by AES-GCM with the service's key, in Base64.
    secret text not null,
    previous_secret text,
    previous_secret_until timestamptz,
    created_by text not null,
    created_at timestamptz not null
);

create index subscription_of_centre on subscription (tenant, centre, created_at, id);

-- How a subscriber behaves, which decides when it is called.
create table subscription_duty (
    subscription uuid primary key references subscription on delete cascade,
    tenant text not null,
    -- Null: not paused. Else why: OWNER asked for it, or the subscriber said that it is GONE.
    paused text check (paused in ('OWNER', 'GONE')),
    -- Down: one request at a time, not before probe_at.
    down boolean not null default false,
    failures integer not null default 0,
    -- First attempts in a row that were refused.
    misses integer not null default 0,
    failing_since timestamptz,
    probe_at timestamptz not null,
    -- The one served longest ago is served next.
    served_at timestamptz not null
);

-- One event for one subscription.
create table delivery (
    id bigint generated always as identity primary key,
    tenant text not null,
    centre text not null,
    subscription uuid not null references subscription on delete cascade,
    -- ce_id: what makes writing it twice harmless, and what the subscriber drops a second one by.
    event_id text not null,
    line bigint not null,
    sequence bigint not null,
    type text not null,
    ce_type text not null,
    source text not null,
    subject text not null,
    occurred_at timestamptz not null,
    body text not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts integer not null default 0,
    created_at timestamptz not null,
    -- A failure after this makes it a dead letter.
    try_until timestamptz not null,
    tried_at timestamptz,
    settled_at timestamptz,
    status integer,
    reason text,
    unique (subscription, event_id)
);

create index delivery_in_line on delivery (subscription, line, sequence, id) where state = 'WAITING';
create index delivery_pages on delivery (subscription, id);
create index delivery_dead on delivery (subscription, id) where state = 'DEAD';
create index delivery_settled on delivery (settled_at) where state <> 'WAITING';

-- What is about one subject (a hash of it) goes one after the other; different lines go side by side. Two subjects that
-- share a hash share a line, which does no harm.
create table delivery_line (
    subscription uuid not null references subscription on delete cascade,
    line bigint not null,
    -- While claimed: when the claim ends by itself.
    next_try timestamptz not null,
    tried_at timestamptz,
    claim uuid,
    primary key (subscription, line)
);

create index delivery_line_due on delivery_line (subscription, next_try);
create index delivery_line_claimed on delivery_line (subscription) where claim is not null;

alter table subscription enable row level security;
alter table subscription force row level security;
create policy own_tenant on subscription using (tenant = current_setting('switchboard.tenant', true));

alter table delivery enable row level security;
alter table delivery force row level security;
create policy own_tenant on delivery using (tenant = current_setting('switchboard.tenant', true));
