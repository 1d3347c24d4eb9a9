-- A planner that knows the tenant's name plans for what it has counted of that one, which may be nothing yet (ADR 29).
alter policy own_tenant on correction using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on forgotten using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on judge using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on judge_change using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on taxonomy_version using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on audit_sample using (tenant = (select current_setting('switchboard.tenant', true)));
