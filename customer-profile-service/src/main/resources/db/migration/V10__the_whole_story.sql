-- What became of a customer's work, and what agents noted of them. Nothing here names a customer but notes: work is found
-- by the address it came from, as messages are, so that merging customers and taking it back moves nothing.

-- Facts about a work item, each filled by the events that know it, since topics overtake each other.
create table work_item (
    tenant text not null check (tenant <> ''),
    work_item_id uuid not null,
    centre text not null,
    -- As routing described it last; null until it did.
    conversation_id uuid,
    channel text,
    account text,
    address_kind text,
    address_scope text,
    address text,
    queue text,
    topic text,
    polarity double precision,
    arrived_at timestamptz,
    told_at timestamptz,
    told_sequence bigint,
    -- The work it is a question about; such work is no contact of a customer.
    consult_of uuid,
    -- Who held it first, and last.
    taken_at timestamptz,
    taken_by text,
    held_by text,
    -- The first reply that a provider took.
    answered_at timestamptz,
    answered_by text,
    closed_at timestamptz,
    closed_by text,
    outcome text check (outcome in ('COMPLETED', 'CANCELLED')),
    disposition text,
    primary key (tenant, work_item_id),
    check ((closed_at is null) = (outcome is null))
);

create index work_item_by_address on work_item (tenant, address_kind, address_scope, address, arrived_at);
create index work_item_by_arrival on work_item (tenant, arrived_at);

-- What routing decided, as far as a story is told by it.
create table work_event (
    tenant text not null check (tenant <> ''),
    centre text not null,
    sequence bigint not null,
    event_id uuid not null,
    at timestamptz not null,
    kind text not null,
    work_item_id uuid not null,
    agent text,
    target text,
    reason text,
    address_kind text,
    address_scope text,
    address text,
    primary key (tenant, centre, sequence)
);

create index work_event_by_address on work_event (tenant, address_kind, address_scope, address, at, event_id);
create index work_event_by_id on work_event (tenant, event_id);

create table note (
    tenant text not null check (tenant <> ''),
    note_id uuid not null,
    centre text not null,
    customer_id uuid not null,
    author text not null,
    -- Null once it is deleted: that it was there stays to be seen, what it said does not.
    text text,
    at timestamptz not null,
    deleted_at timestamptz,
    deleted_by text,
    primary key (tenant, note_id),
    foreign key (tenant, customer_id) references customer on delete cascade,
    check ((text is null) = (deleted_at is not null and deleted_by is not null))
);

create index note_by_customer on note (tenant, customer_id, at, note_id);

alter table work_item enable row level security;
alter table work_item force row level security;
create policy own_tenant on work_item using (tenant = current_setting('switchboard.tenant', true));

alter table work_event enable row level security;
alter table work_event force row level security;
create policy own_tenant on work_event using (tenant = current_setting('switchboard.tenant', true));

alter table note enable row level security;
alter table note force row level security;
create policy own_tenant on note using (tenant = current_setting('switchboard.tenant', true));

-- A page of a story is read from every address in order.
create index message_by_address_and_id on message (tenant, address_kind, address_scope, address, at, message_id);
drop index message_by_address;
