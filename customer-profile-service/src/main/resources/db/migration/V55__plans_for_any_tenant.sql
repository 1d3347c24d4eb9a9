-- The tenant's name is asked for once in a statement, by a query of its own. Written plainly, the planner looks the name up
-- itself while it plans, finds that it has counted no rows of a young tenant, and believes that all of them are read for
-- nothing: what became of one message was looked for among everything the tenant ever wrote.
do $$
declare
    the record;
begin
    for the in select tablename from pg_policies where schemaname = current_schema() and policyname = 'own_tenant' loop
        execute format(
            'alter policy own_tenant on %I using (tenant = (select current_setting(''switchboard.tenant'', true)))',
            the.tablename);
    end loop;
end $$;
