-- Whom an event names, so that it can be removed when they want to be forgotten. Null: nobody.

alter table delivery add column customer uuid;

-- The owner is under row-level security, too.
alter table delivery no force row level security;
update delivery set customer = cast(substring(body from '"customerId":"([0-9a-f-]{36})"') as uuid);
alter table delivery force row level security;

create index delivery_of_customer on delivery (tenant, customer) where customer is not null;
