-- Files of records that are read in the background, and how far each has come. position and line are written in the
-- transaction that takes the rows before them: after a crash reading goes on exactly there.

create table import (
    tenant text not null check (tenant <> ''),
    import_id uuid not null,
    source text not null,
    format text not null check (format in ('CSV', 'NDJSON')),
    -- A file of the import folder; null when the rows were sent.
    file text,
    asked_by text not null,
    -- When the rows were so, where they don't say it themselves.
    as_of timestamptz not null,
    size bigint not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    reason text,
    -- Of the text, that is after unpacking; file_position is of the file, packed or not.
    position bigint not null default 0,
    line bigint not null default 0,
    file_position bigint not null default 0,
    read bigint not null default 0,
    applied bigint not null default 0,
    unchanged bigint not null default 0,
    bad bigint not null default 0,
    -- Who reads it, and when they last showed that they live.
    runner uuid,
    beat_at timestamptz,
    -- When this run began and how far the file had been read then, for the rate.
    run_at timestamptz,
    run_read bigint not null default 0,
    run_file_position bigint not null default 0,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (tenant, import_id),
    check ((state = 'FAILED') = (reason is not null))
);

create index import_by_age on import (tenant, created_at desc, import_id);
create index import_to_do on import (tenant, created_at) where state in ('WAITING', 'RUNNING');

-- Rows that could not be taken, kept aside until somebody mends them.
create table import_bad_row (
    tenant text not null check (tenant <> ''),
    import_id uuid not null,
    line bigint not null,
    reason text not null,
    -- The row as an object of its columns; null when it could not be read as one, then raw has it as it was.
    record text,
    raw text,
    primary key (tenant, import_id, line),
    foreign key (tenant, import_id) references import on delete cascade
);

alter table import enable row level security;
alter table import force row level security;
create policy own_tenant on import using (tenant = current_setting('switchboard.tenant', true));

alter table import_bad_row enable row level security;
alter table import_bad_row force row level security;
create policy own_tenant on import_bad_row using (tenant = current_setting('switchboard.tenant', true));
