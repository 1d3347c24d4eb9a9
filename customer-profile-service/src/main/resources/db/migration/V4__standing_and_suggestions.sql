-- What is said of a customer and of their wishes, and who they may turn out to be.

-- The owner of the tables sees every tenant's rows only while row-level security is not forced.
alter table customer no force row level security;
alter table handle no force row level security;
alter table message no force row level security;

alter table customer add column value numeric(19, 4);
alter table customer add column tier text;
alter table customer add column language text;
alter table customer add column do_not_contact boolean not null default false;
alter table customer add column vulnerable boolean not null default false;
-- When they were said: among those who are one, the latest word holds.
alter table customer add column tier_at timestamptz;
alter table customer add column language_at timestamptz;
-- Of who was met by a message; earlier messages may come to light.
alter table customer add column first_contact_at timestamptz;
update customer set first_contact_at = coalesce(
    (select m.at from message m where m.tenant = customer.tenant and m.message_id = customer.first_message_id), created_at);

create table customer_consent (
    tenant text not null check (tenant <> ''),
    customer_id uuid not null,
    channel text not null,
    granted boolean not null,
    at timestamptz not null,
    by text not null,
    primary key (tenant, customer_id, channel),
    foreign key (tenant, customer_id) references customer on delete cascade
);

-- By what two customers may be found to be alike, in the form they are compared in: names, and what stands before the @ of
-- an address or is a handle of its own.
alter table customer add column name_key text;
update customer set name_key = nullif(lower(regexp_replace(btrim(name), '\s+', ' ', 'g')), '') where name is not null;
create index customer_by_name_key on customer (tenant, name_key) where name_key is not null;

alter table handle add column local_key text;
update handle set local_key = nullif(regexp_replace(lower(split_part(split_part(value, '@', 1), '+', 1)), '[^a-z0-9]', '', 'g'), '')
where kind in ('email', 'x', 'instagram');
create index handle_by_local_key on handle (tenant, local_key) where local_key is not null;

alter table customer force row level security;
alter table handle force row level security;
alter table message force row level security;

-- What is still to be looked at: a customer who was just met, or a message of theirs that names other addresses. Few rows,
-- taken away as they are looked at.
create table identity_clue (
    tenant text not null check (tenant <> ''),
    clue_id bigint generated always as identity,
    customer_id uuid not null,
    -- Null for a customer who was just met.
    message_id uuid,
    mentions text not null default '[]' check (mentions is json array),
    noted_at timestamptz not null default now(),
    primary key (tenant, clue_id),
    foreign key (tenant, customer_id) references customer on delete cascade
);

-- Who may be one. Between the two who were met, so that a merge elsewhere changes nothing here; one < other, so that a pair
-- is there once. REJECTED is for ever: somebody who knows said that they differ.
create table identity_suggestion (
    tenant text not null check (tenant <> ''),
    suggestion_id uuid not null,
    one_id uuid not null,
    other_id uuid not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'REJECTED')),
    score double precision not null check (score between 0 and 1),
    reasons text not null check (reasons is json array),
    made_at timestamptz not null default now(),
    settled_at timestamptz,
    settled_by text,
    primary key (tenant, suggestion_id),
    unique (tenant, one_id, other_id),
    check (one_id < other_id),
    foreign key (tenant, one_id) references customer on delete cascade,
    foreign key (tenant, other_id) references customer on delete cascade
);

create index identity_suggestion_by_other on identity_suggestion (tenant, other_id);

alter table customer_consent enable row level security;
alter table customer_consent force row level security;
create policy own_tenant on customer_consent using (tenant = current_setting('switchboard.tenant', true));

alter table identity_clue enable row level security;
alter table identity_clue force row level security;
create policy own_tenant on identity_clue using (tenant = current_setting('switchboard.tenant', true));

alter table identity_suggestion enable row level security;
alter table identity_suggestion force row level security;
create policy own_tenant on identity_suggestion using (tenant = current_setting('switchboard.tenant', true));
