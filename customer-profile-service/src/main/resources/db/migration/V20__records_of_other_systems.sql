-- What other systems know of a customer. A record is one more handle, so it belongs for ever to a customer of its own; who
-- else that is, identities tell.
--
-- What a record says is one row and not one per field: it comes, changes and goes as a whole, and a million records of ten
-- fields are a million rows to write, not ten. fields: {"<profile field>": {"value": "...", "since": "<time>"}}.

create table source_record (
    tenant text not null check (tenant <> ''),
    source text not null,
    record_id text not null,
    customer_id uuid not null,
    at timestamptz not null,
    -- Remembered, so that an older record that comes late does not bring it back.
    gone boolean not null,
    fields jsonb not null check (jsonb_typeof(fields) = 'object'),
    changed_at timestamptz not null default now(),
    primary key (tenant, source, record_id),
    foreign key (tenant, customer_id) references customer,
    check (not gone or fields = '{}')
);

create index source_record_by_customer on source_record (tenant, customer_id);

-- Whose profiles changed and were not announced yet: one row per transaction, written in it, gone when Kafka has the news.
create table source_change (
    tenant text not null check (tenant <> ''),
    change_id uuid not null,
    customers uuid[] not null,
    changed_at timestamptz not null default now(),
    primary key (tenant, change_id)
);

alter table source_record enable row level security;
alter table source_record force row level security;
create policy own_tenant on source_record using (tenant = current_setting('switchboard.tenant', true));

alter table source_change enable row level security;
alter table source_change force row level security;
create policy own_tenant on source_change using (tenant = current_setting('switchboard.tenant', true));
