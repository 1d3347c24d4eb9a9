-- Up to where a centre's hours were counted and told to others, round by round: an hour is told again when more is known.
create table insight_told (
    tenant text not null check (tenant <> ''),
    centre text not null,
    round text not null,
    until timestamptz not null,
    primary key (tenant, centre, round)
);

alter table insight_told enable row level security;
alter table insight_told force row level security;
create policy own_tenant on insight_told using (tenant = current_setting('switchboard.tenant', true));
