-- A sample of what was judged chaff, so that people find what was wrongly dropped. Row-level security as in V1.

create table audit_sample (
    tenant text not null check (tenant <> ''),
    message_id uuid not null,
    centre text not null,
    conversation_id uuid not null,
    channel text not null,
    visibility text not null check (visibility in ('PUBLIC', 'PRIVATE')),
    text text not null,
    -- What it was judged to be, how surely, by which model, and why.
    judged text not null,
    probability double precision not null,
    model text not null,
    reasons jsonb not null,
    at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'CORRECTED')),
    -- What it is, who says so, and when.
    relevance text,
    settled_by text,
    settled_at timestamptz,
    -- A redelivery is the same message.
    primary key (tenant, message_id),
    check ((state = 'OPEN') = (relevance is null)),
    check ((state = 'OPEN') = (settled_by is null)),
    check ((state = 'OPEN') = (settled_at is null))
);

create index audit_sample_oldest on audit_sample (tenant, at);
create index audit_sample_open on audit_sample (tenant, at) where state = 'OPEN';

alter table audit_sample enable row level security;
alter table audit_sample force row level security;
create policy own_tenant on audit_sample using (tenant = current_setting('switchboard.tenant', true));

-- Whose samples there are, so that what is too old can be looked for under each tenant. Nothing about people, so no row-level
-- security.
create table audit_tenant (
    tenant text primary key check (tenant <> '')
);
