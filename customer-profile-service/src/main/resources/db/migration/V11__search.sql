-- What was said, noted, and how people are called, made searchable.
--
-- Row-level security lets no operator of search look into an index before the tenant is checked, unless the operator is
-- known to leak nothing, and those of full text and trigrams are not: each search would read every message of the tenant.
-- So the policy itself asks for what is looked for, which the transaction names as it names its tenant:
--   select set_config('switchboard.query', '<tsquery>', true)
-- Tenant and question are then checked alike, and both by the index. Without a question nothing is visible. That is why
-- these are tables of their own. Triggers fill them, so that whoever writes or erases a text need not think of it.

create extension if not exists btree_gin;
create extension if not exists pg_trgm;

create table searchable_text (
    tenant text not null check (tenant <> ''),
    id uuid not null,
    kind text not null check (kind in ('MESSAGE', 'NOTE')),
    at timestamptz not null,
    words tsvector not null,
    primary key (tenant, id)
);

create table searchable_name (
    tenant text not null check (tenant <> ''),
    customer_id uuid not null,
    name text not null,
    primary key (tenant, customer_id, name),
    foreign key (tenant, customer_id) references customer on delete cascade
);

-- The words of a text, without a language: a question asks for their beginnings. What joins words parts them, so that an
-- order number is found by its digits. A text of many megabytes would make a vector that is too long to be kept, and the
-- message could not be.
create function words_of(subject text, body text) returns tsvector language sql immutable
    return to_tsvector('simple', translate(
        left(coalesce(subject, ''), 1000) || ' ' || left(coalesce(body, ''), 100000), '-_/@#+.:=&', '          '));

-- The words of a question that is written as on the web: quotes, or, a minus before what shall not be there. Every word of
-- three or more letters stands for all that begin with it.
create function question_of(q text) returns text language sql stable
    return regexp_replace(
        cast(websearch_to_tsquery('simple', regexp_replace(q, '(?<=\S)[-_/@#+.:=&]+', ' ', 'g')) as text),
        '''([^'' ]{3,})''', '''\1'':*', 'g');

create function forget_text(whose text, which uuid) returns void language plpgsql as $$
declare
    question text := current_setting('switchboard.query', true);
begin
    -- A question that everything answers.
    perform set_config('switchboard.query', '!''nothing is called so''', true);
    delete from searchable_text where tenant = whose and id = which;
    perform set_config('switchboard.query', coalesce(question, ''), true);
end $$;

create function message_is_searchable() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform forget_text(old.tenant, old.message_id);
    end if;
    if tg_op <> 'DELETE' then
        insert into searchable_text values (new.tenant, new.message_id, 'MESSAGE', new.at, words_of(new.subject, new.text));
    end if;
    return null;
end $$;

create function note_is_searchable() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform forget_text(old.tenant, old.note_id);
    end if;
    if tg_op <> 'DELETE' and new.text is not null then
        insert into searchable_text values (new.tenant, new.note_id, 'NOTE', new.at, words_of(null, new.text));
    end if;
    return null;
end $$;

create trigger searchable after insert or delete or update of text, subject on message
    for each row execute function message_is_searchable();
create trigger searchable after insert or delete or update of text on note
    for each row execute function note_is_searchable();

create function forget_names(whose text, which uuid) returns void language plpgsql as $$
declare
    question text := current_setting('switchboard.name', true);
    likeness text := current_setting('pg_trgm.word_similarity_threshold', true);
begin
    perform set_config('switchboard.name', 'anything', true);
    perform set_config('pg_trgm.word_similarity_threshold', '0', true);
    delete from searchable_name where tenant = whose and customer_id = which;
    perform set_config('switchboard.name', coalesce(question, ''), true);
    perform set_config('pg_trgm.word_similarity_threshold', coalesce(likeness, '0.6'), true);
end $$;

-- A name or an address that somebody has no longer leads nowhere: all of that customer are learnt anew.
create function names_are_searchable(whose text, which uuid) returns void language sql as $$
    insert into searchable_name
    select whose, which, left(name, 200) from customer where tenant = whose and customer_id = which and name <> ''
    union select whose, which, left(value, 200) from handle where tenant = whose and customer_id = which and value <> ''
    union select whose, which, left(name, 200) from handle where tenant = whose and customer_id = which and name <> ''
    on conflict do nothing
$$;

create function name_is_searchable() returns trigger language plpgsql as $$
begin
    perform forget_names(old.tenant, old.customer_id);
    perform names_are_searchable(old.tenant, old.customer_id);
    if tg_op = 'UPDATE' and new.customer_id <> old.customer_id then
        perform forget_names(new.tenant, new.customer_id);
        perform names_are_searchable(new.tenant, new.customer_id);
    end if;
    return null;
end $$;

-- Most are new, and then there is nothing to forget.
create function customer_is_searchable() returns trigger language plpgsql as $$
begin
    if new.name <> '' then
        insert into searchable_name values (new.tenant, new.customer_id, left(new.name, 200)) on conflict do nothing;
    end if;
    return null;
end $$;

create function handle_is_searchable() returns trigger language plpgsql as $$
begin
    insert into searchable_name
    select new.tenant, new.customer_id, left(name, 200)
    from (values (new.value), (new.name)) known (name) where name <> ''
    on conflict do nothing;
    return null;
end $$;

create trigger searchable after insert on customer for each row execute function customer_is_searchable();
create trigger searchable after insert on handle for each row execute function handle_is_searchable();
create trigger searchable_anew after update of name on customer
    for each row execute function name_is_searchable();
create trigger searchable_anew after delete or update of name, value, customer_id on handle
    for each row execute function name_is_searchable();

-- What there is already. The owner of the tables sees every tenant's rows only while row-level security is not forced.
alter table message no force row level security;
alter table customer no force row level security;
alter table handle no force row level security;
insert into searchable_text select tenant, message_id, 'MESSAGE', at, words_of(subject, text) from message;
insert into searchable_name
    select tenant, customer_id, left(name, 200) from customer where name <> ''
    union select tenant, customer_id, left(value, 200) from handle where value <> ''
    union select tenant, customer_id, left(name, 200) from handle where name <> '';
alter table message force row level security;
alter table customer force row level security;
alter table handle force row level security;

-- Rare words are found by the index, common ones on the way back from now; which it is, these figures tell the planner.
alter table searchable_text alter column words set statistics 1000;
create index searchable_words on searchable_text using gin (tenant, words);
create index searchable_by_time on searchable_text (tenant, at, id);
create index searchable_trigrams on searchable_name using gin (tenant, name gin_trgm_ops);

alter table searchable_text enable row level security;
alter table searchable_text force row level security;
create policy what_is_asked on searchable_text for select using (
    tenant = current_setting('switchboard.tenant', true)
    and words @@ cast(current_setting('switchboard.query', true) as tsquery));
create policy own_tenant_enters on searchable_text for insert
    with check (tenant = current_setting('switchboard.tenant', true));
create policy own_tenant_forgets on searchable_text for delete
    using (tenant = current_setting('switchboard.tenant', true));

alter table searchable_name enable row level security;
alter table searchable_name force row level security;
create policy what_is_asked on searchable_name for select using (
    tenant = current_setting('switchboard.tenant', true) and name %> current_setting('switchboard.name', true));
create policy own_tenant_enters on searchable_name for insert
    with check (tenant = current_setting('switchboard.tenant', true));
create policy own_tenant_forgets on searchable_name for delete
    using (tenant = current_setting('switchboard.tenant', true));
