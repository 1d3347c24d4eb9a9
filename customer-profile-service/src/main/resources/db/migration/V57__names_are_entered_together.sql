-- Whoever is met by a list of another system is met with many others in one statement: their names are entered by one
-- statement, too, not by one for each of them. In one order, since two transactions may meet the same people.
create function customers_are_searchable() returns trigger language plpgsql as $$
begin
    insert into searchable_name
    select tenant, customer_id, left(name, 200) from met where name <> '' order by customer_id
    on conflict do nothing;
    return null;
end $$;

create function handles_are_searchable() returns trigger language plpgsql as $$
begin
    insert into searchable_name
    select tenant, customer_id, left(known.name, 200)
    from met cross join lateral (values (value), (met.name)) known (name)
    where known.name <> '' order by customer_id, known.name
    on conflict do nothing;
    return null;
end $$;

drop trigger searchable on customer;
drop trigger searchable on handle;
drop function customer_is_searchable();
drop function handle_is_searchable();

create trigger searchable after insert on customer referencing new table as met
    for each statement execute function customers_are_searchable();
create trigger searchable after insert on handle referencing new table as met
    for each statement execute function handles_are_searchable();
