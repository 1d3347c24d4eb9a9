-- A planner that knows the tenant's name plans for what it has counted of that one, which may be nothing yet (ADR 29).
alter policy own_tenant on setup_version using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on subscription using (tenant = (select current_setting('switchboard.tenant', true)));
alter policy own_tenant on delivery using (tenant = (select current_setting('switchboard.tenant', true)));
