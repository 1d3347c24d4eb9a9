-- Who writes, what was said, and what became of it. Every row belongs to a tenant and a centre.
--
-- Row-level security: a transaction sees the rows of the tenant it names with
--   select set_config('switchboard.tenant', '<tenant>', true)
-- and none when it names nobody. FORCE, because the service's role owns the tables.

create table customer (
    tenant text not null check (tenant <> ''),
    customer_id uuid not null,
    centre text not null,
    name text,
    standing text not null default 'STANDARD' check (standing in ('STANDARD', 'VIP')),
    last_agent text,
    last_agent_at timestamptz,
    -- The message that made us meet: its redelivery announces the customer again, should the first announcement be lost.
    first_message_id uuid not null,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (tenant, customer_id)
);

-- A person's address. A telephone number is one address on several channels; a page-scoped id means something only
-- together with its account, which is then the scope.
create table handle (
    tenant text not null check (tenant <> ''),
    kind text not null,
    scope text not null,
    value text not null,
    centre text not null,
    customer_id uuid not null,
    name text,
    first_seen_at timestamptz not null default now(),
    primary key (tenant, kind, scope, value),
    foreign key (tenant, customer_id) references customer
);

create index handle_by_customer on handle (tenant, customer_id);

create table message (
    tenant text not null check (tenant <> ''),
    -- A reply's id is its message id.
    message_id uuid not null,
    centre text not null,
    conversation_id uuid not null,
    direction text not null check (direction in ('IN', 'OUT')),
    channel text not null,
    account text not null,
    handle text not null,
    handle_name text,
    -- The handle in the form identities are resolved by; the story of a customer is found through it.
    address_kind text not null,
    address_scope text not null,
    address text not null,
    visibility text not null,
    agent text,
    subject text,
    text text not null,
    attachments text not null default '[]' check (attachments is json array),
    understanding text check (understanding is json object),
    provider_message_id text,
    at timestamptz not null,
    reply_state text check (reply_state in ('REQUESTED', 'SENT', 'FAILED', 'UNKNOWN')),
    reply_reason text,
    reply_settled_at timestamptz,
    primary key (tenant, message_id),
    check ((direction = 'OUT') = (reply_state is not null))
);

create index message_by_conversation on message (tenant, conversation_id, at);
create index message_by_address on message (tenant, address_kind, address_scope, address, at);

-- Facts about a message, each column filled by the events that know it; the state follows from the facts, so the order
-- in which topics are read doesn't matter. The same rules as io.switchboard.profile.ledger.Facts, held together by a test.
create table ledger_entry (
    tenant text not null check (tenant <> ''),
    message_id uuid not null,
    centre text not null,
    received_deadline timestamptz,
    chaff_reason text,
    dead_letter_reason text,
    answered_by uuid,
    routing_sequence bigint,
    routing_stage text check (routing_stage in ('WAITING', 'ASSIGNED', 'COMPLETED')),
    routing_at timestamptz,
    routing_agent text,
    routing_deadline timestamptz,
    work_item_id uuid,
    disposition text,
    reply_id uuid,
    reply_agent text,
    reply_requested_at timestamptz,
    reply_settled_at timestamptz,
    reply_reason text,
    deadline timestamptz generated always as (coalesce(routing_deadline, received_deadline)) stored,
    state text not null generated always as (
        case
            when answered_by is not null then 'ANSWERED'
            when routing_stage = 'COMPLETED' and reply_id is not null
                and (reply_settled_at is null or reply_settled_at > routing_at) then 'ASSIGNED'
            when routing_stage = 'COMPLETED' then 'CHAFF'
            when routing_stage is not null then routing_stage
            when reply_id is not null then 'ASSIGNED'
            when chaff_reason is not null then 'CHAFF'
            when dead_letter_reason is not null then 'DEAD_LETTERED'
            else 'WAITING'
        end) stored,
    changed_at timestamptz not null default now(),
    primary key (tenant, message_id),
    constraint waiting_has_a_deadline check (state <> 'WAITING' or deadline is not null)
);

create index ledger_by_state on ledger_entry (tenant, centre, state);
create index ledger_waiting on ledger_entry (tenant, centre, deadline) where state = 'WAITING';

alter table customer enable row level security;
alter table customer force row level security;
create policy own_tenant on customer using (tenant = current_setting('switchboard.tenant', true));

alter table handle enable row level security;
alter table handle force row level security;
create policy own_tenant on handle using (tenant = current_setting('switchboard.tenant', true));

alter table message enable row level security;
alter table message force row level security;
create policy own_tenant on message using (tenant = current_setting('switchboard.tenant', true));

alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy own_tenant on ledger_entry using (tenant = current_setting('switchboard.tenant', true));

-- Which centres there are, so that the ledger's gauges can visit each under its own tenant. Nothing about people, so no
-- row-level security.
create table centre (
    tenant text not null check (tenant <> ''),
    centre text not null,
    primary key (tenant, centre)
);
