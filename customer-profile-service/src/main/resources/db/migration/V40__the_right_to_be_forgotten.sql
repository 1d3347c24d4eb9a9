-- What was forgotten, and who is still to be told. Ids of customers and messages go once others know; what stays says how
-- much was forgotten and by whose hand, and nothing of the person.

create table erasure (
    tenant text not null check (tenant <> ''),
    erasure_id uuid not null,
    -- An erasure a person asked for, or messages that grew too old.
    what text not null check (what in ('PERSON', 'RETENTION')),
    centre text not null,
    by text not null,
    at timestamptz not null default now(),
    customers integer not null,
    messages integer not null,
    customer_ids uuid[] not null,
    message_ids uuid[] not null,
    told_at timestamptz,
    primary key (tenant, erasure_id)
);

create index erasure_by_age on erasure (tenant, at desc, erasure_id);
create index erasure_to_tell on erasure (tenant, at) where told_at is null;

-- Who looked at everything that is known of a person.
create table export (
    tenant text not null check (tenant <> ''),
    export_id uuid not null,
    customer_id uuid not null,
    by text not null,
    at timestamptz not null default now(),
    primary key (tenant, export_id),
    foreign key (tenant, customer_id) references customer on delete cascade
);

create index export_by_customer on export (tenant, customer_id);

-- How long the text of messages is kept, by channel.
create table retention (
    tenant text not null check (tenant <> ''),
    channel text not null,
    days integer not null check (days between 1 and 36500),
    by text not null,
    at timestamptz not null default now(),
    primary key (tenant, channel)
);

-- What still has something to forget.
create index message_by_age on message (tenant, channel, at)
    where text <> '' or subject is not null or attachments <> '[]';

alter table erasure enable row level security;
alter table erasure force row level security;
create policy own_tenant on erasure using (tenant = current_setting('switchboard.tenant', true));

alter table export enable row level security;
alter table export force row level security;
create policy own_tenant on export using (tenant = current_setting('switchboard.tenant', true));

alter table retention enable row level security;
alter table retention force row level security;
create policy own_tenant on retention using (tenant = current_setting('switchboard.tenant', true));
