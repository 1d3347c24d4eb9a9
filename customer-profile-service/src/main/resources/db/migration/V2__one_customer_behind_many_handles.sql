-- One customer behind many handles. A customer who turns out to be another one is merged into them: nothing moves, only
-- merged_into points there, so that a merge can be taken back exactly, whatever came after it. root_id is the end of that
-- way, kept so that the story of a customer is found in one step.

alter table customer add column merged_into uuid;
alter table customer add column root_id uuid;
-- The owner of the table sees every tenant's rows only while row-level security is not forced.
alter table customer no force row level security;
update customer set root_id = customer_id;
alter table customer force row level security;
alter table customer alter column root_id set not null;
alter table customer add foreign key (tenant, merged_into) references customer;
alter table customer add foreign key (tenant, root_id) references customer;
alter table customer add check (merged_into <> customer_id);
alter table customer add check ((merged_into is null) = (root_id = customer_id));

create index customer_by_root on customer (tenant, root_id);
create index customer_by_parent on customer (tenant, merged_into) where merged_into is not null;
