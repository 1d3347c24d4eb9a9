-- A file is found by how it is called: names are words of the message that it came with, and go with it.

create function names_of(attachments text) returns text language sql immutable
    return case when attachments <> '[]' then
        (select string_agg(file ->> 'name', ' ') from json_array_elements(cast(attachments as json)) file) end;

create or replace function message_is_searchable() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform forget_text(old.tenant, old.message_id);
    end if;
    if tg_op <> 'DELETE' then
        insert into searchable_text values (new.tenant, new.message_id, 'MESSAGE', new.at,
            words_of(new.subject, new.text) || words_of(null, names_of(new.attachments)));
    end if;
    return null;
end $$;

drop trigger searchable on message;
create trigger searchable after insert or delete or update of text, subject, attachments on message
    for each row execute function message_is_searchable();

-- What there is already. The owner of the tables sees every tenant's rows only while row-level security is not forced.
alter table message no force row level security;
alter table searchable_text no force row level security;
update searchable_text s set words = words || words_of(null, names_of(m.attachments))
from message m where m.tenant = s.tenant and m.message_id = s.id and m.attachments <> '[]';
alter table message force row level security;
alter table searchable_text force row level security;
