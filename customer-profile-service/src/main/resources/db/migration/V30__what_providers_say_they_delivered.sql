-- A message that a provider says it delivered waits with a deadline, though it never came in. Its receipt ends the claim.

alter table ledger_entry add column claimed_deadline timestamptz;
alter table ledger_entry add check (received_deadline is null or claimed_deadline is null);
alter table ledger_entry alter column deadline
    set expression as (coalesce(routing_deadline, received_deadline, claimed_deadline));
