-- Who has signed in to a website or app on a device that somebody unknown writes from as well, before or after. It suggests
-- that the two are one, and proves nothing: people share devices.
create table device_sign_in (
    tenant text not null check (tenant <> ''),
    -- The address of whoever writes from the device without signing in; perhaps nobody has yet.
    kind text not null,
    scope text not null,
    value text not null,
    customer_id uuid not null,
    at timestamptz not null default now(),
    primary key (tenant, kind, scope, value, customer_id),
    foreign key (tenant, customer_id) references customer on delete cascade
);

create index device_sign_in_by_customer on device_sign_in (tenant, customer_id);

alter table device_sign_in enable row level security;
alter table device_sign_in force row level security;
create policy own_tenant on device_sign_in using (tenant = current_setting('switchboard.tenant', true));
