-- What a centre's setup was, is, and who made it so. A version is never changed; the one with the highest number is in
-- force.
--
-- Row-level security: a transaction sees the rows of the tenant it names with
--   select set_config('switchboard.tenant', '<tenant>', true)
-- and none when it names nobody. FORCE, because the service's role owns the tables.

create table setup_version (
    tenant text not null check (tenant <> ''),
    centre text not null check (centre <> ''),
    number integer not null check (number > 0),
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    -- SHA-256 of the content before jsonb took its order of fields away.
    content_hash text not null check (length(content_hash) = 64),
    origin text not null check (origin in ('REST', 'FILE', 'ROLLBACK')),
    -- The user or client for REST and ROLLBACK, the file's name for FILE.
    changed_by text not null,
    changed_at timestamptz not null,
    comment text,
    primary key (tenant, centre, number)
);

create index setup_version_of_files on setup_version (tenant, centre, number) where origin = 'FILE';

alter table setup_version enable row level security;
alter table setup_version force row level security;
create policy own_tenant on setup_version using (tenant = current_setting('switchboard.tenant', true));

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'a version of a setup is never changed';
end $$;

create trigger versions_stay before update on setup_version
    for each row execute function refuse_to_rewrite_history();

-- How far each centre is: the version in force, and the last one that Kafka acknowledged. Its row is what two changes at
-- once wait for. Nothing about people and no row-level security, since who publishes visits every tenant's centres.
create table setup_head (
    tenant text not null check (tenant <> ''),
    centre text not null check (centre <> ''),
    number integer not null default 0,
    published integer not null default 0 check (published <= number),
    primary key (tenant, centre)
);
