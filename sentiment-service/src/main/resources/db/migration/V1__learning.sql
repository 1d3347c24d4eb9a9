-- What people corrected, the judges that learned from it, and which one is in force.
--
-- Row-level security: a transaction sees the rows of the tenant it names with
--   select set_config('switchboard.tenant', '<tenant>', true)
-- and none when it names nobody. FORCE, because the service's role owns the tables.

create table correction (
    tenant text not null check (tenant <> ''),
    correction_id uuid not null,
    centre text not null,
    message_id uuid,
    conversation_id uuid,
    channel text,
    visibility text not null check (visibility in ('PUBLIC', 'PRIVATE')),
    text text not null,
    -- What it was judged to be, by which model, and what it is.
    judged text not null,
    model text not null,
    relevance text not null,
    topic text,
    corrected_by text not null,
    corrected_at timestamptz not null,
    primary key (tenant, correction_id),
    check (visibility = 'PUBLIC' or relevance <> 'CHAFF')
);

-- Who changes their mind about a message corrects themselves.
create unique index correction_of_message on correction (tenant, message_id, corrected_by)
    where message_id is not null;
create index correction_newest on correction (tenant, corrected_at desc);

alter table correction enable row level security;
alter table correction force row level security;
create policy own_tenant on correction using (tenant = current_setting('switchboard.tenant', true));

-- Ids of corrections and messages that were deleted, and until when: what was said before stays forgotten, however often
-- Kafka tells it again.
create table forgotten (
    tenant text not null check (tenant <> ''),
    id uuid not null,
    until timestamptz not null,
    primary key (tenant, id)
);

alter table forgotten enable row level security;
alter table forgotten force row level security;
create policy own_tenant on forgotten using (tenant = current_setting('switchboard.tenant', true));

create table judge (
    tenant text not null check (tenant <> ''),
    version integer not null check (version > 0),
    state text not null check (state in ('TRAINING', 'READY', 'REFUSED', 'FAILED')),
    asked_by text not null,
    asked_at timestamptz not null,
    -- A training that says nothing for long has died with its replica.
    touched_at timestamptz not null,
    progress integer not null default 0 check (progress between 0 and 100),
    corrections integer not null,
    report jsonb,
    problems jsonb not null default '[]',
    head bytea,
    head_version text,
    primary key (tenant, version),
    check ((state = 'READY') = (head is not null))
);

alter table judge enable row level security;
alter table judge force row level security;
create policy own_tenant on judge using (tenant = current_setting('switchboard.tenant', true));

-- Who put which judge in force, and why. Version 0 is the one that ships.
create table judge_change (
    tenant text not null check (tenant <> ''),
    number bigint generated always as identity,
    changed_by text not null,
    changed_at timestamptz not null,
    from_version integer not null,
    to_version integer not null,
    reason text,
    primary key (tenant, number)
);

alter table judge_change enable row level security;
alter table judge_change force row level security;
create policy own_tenant on judge_change using (tenant = current_setting('switchboard.tenant', true));

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'who changed what is never changed';
end $$;

create trigger changes_stay before update or delete on judge_change
    for each row execute function refuse_to_rewrite_history();

-- What texts can be about. A version is never changed; the highest is in force.
create table taxonomy_version (
    tenant text not null check (tenant <> ''),
    number integer not null check (number > 0),
    content jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    comment text,
    primary key (tenant, number)
);

alter table taxonomy_version enable row level security;
alter table taxonomy_version force row level security;
create policy own_tenant on taxonomy_version using (tenant = current_setting('switchboard.tenant', true));

create trigger versions_stay before update or delete on taxonomy_version
    for each row execute function refuse_to_rewrite_history();

-- Which judge and taxonomy are in force, 0 for those that ship. Its row is what two changes at once wait for. Nothing about people
-- and no row-level security, since a replica looks at all tenants.
create table in_force (
    tenant text primary key check (tenant <> ''),
    judge integer not null default 0,
    taxonomy integer not null default 0
);
