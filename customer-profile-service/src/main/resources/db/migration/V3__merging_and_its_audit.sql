-- What merging needs beside merged_into and root_id: a version that tells whether the caller knows what is in force, and
-- an account of who changed whom, when and why.

-- Counts the changes of the customer who is the end of the way; only theirs is looked at. Whoever becomes or remains one by
-- a change gets a number that no member of theirs has shown before, so that an ETag never comes back.
alter table customer add column version integer not null default 1;

-- A handle may be stated by another system before anybody wrote from it.
alter table customer alter column first_message_id drop not null;

create table identity_change (
    tenant text not null check (tenant <> ''),
    change_id uuid not null,
    -- Grows with every row, so that pages have an order that never changes.
    number bigint generated always as identity,
    customer_id uuid not null,
    other_id uuid,
    what text not null check (what in ('MERGED', 'UNMERGED', 'HANDLE_STATED', 'RANKED', 'CONSENT', 'SUGGESTION_REJECTED')),
    at timestamptz not null default now(),
    by text not null,
    reason text,
    evidence text not null default '{}' check (evidence is json object),
    primary key (tenant, change_id)
);

create index identity_change_by_customer on identity_change (tenant, customer_id, number);
create index identity_change_by_other on identity_change (tenant, other_id, number) where other_id is not null;

alter table identity_change enable row level security;
alter table identity_change force row level security;
create policy own_tenant on identity_change using (tenant = current_setting('switchboard.tenant', true));

-- It only grows. Who erases a person says so to the database first.
create function identity_change_only_grows() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('switchboard.erasing', true) = 'on' then
        return old;
    end if;
    raise exception 'identity_change only grows';
end
$$;

create trigger only_grows before update or delete on identity_change
    for each row execute function identity_change_only_grows();
