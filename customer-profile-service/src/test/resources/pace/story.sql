-- A year of a contact centre for StoryPace. :customers and :messages are filled in by it. Words are as frequent as in a
-- language: the nth most frequent comes with a probability of about 1/n. Few customers write much, most write little.

set synchronous_commit = off;
set max_parallel_workers_per_gather = 0;
select setseed(0.5), set_config('switchboard.tenant', 'pace', false);

-- Entered in bulk and indexed at the end, as no service does.
alter table message disable trigger searchable;
alter table customer disable trigger searchable;
alter table handle disable trigger searchable;
drop index searchable_words, searchable_by_time, searchable_trigrams;

insert into customer (tenant, customer_id, root_id, centre, name, first_message_id)
select 'pace', id, id, 'main', (array['Anna','Ben','Carla','David','Emma','Felix','Greta','Hugo','Ida','Jonas'])[1 + i % 10]
    || ' ' || (array['Me','Schmi','Ko','Ba','Wag','Hoff','Schul','Lan','Kru','Neu','Bra','Zim'])[1 + i % 12]
    || (array['er','dt','ch','uer','ner','mann','z','ge','se','ert','un'])[1 + i % 11] || ' ' || i % 997, gen_random_uuid()
from generate_series(1, :customers) i, lateral (select md5('c' || i)::uuid as id) named;

insert into handle (tenant, kind, scope, value, centre, customer_id)
select 'pace', 'email', '', 'person' || i || '@web' || i % 50 || '.example', 'main', md5('c' || i)::uuid
from generate_series(1, :customers) i;

create temp table seed as
select i, floor(power(random(), 3) * :customers)::int + 1 as customer,
    timestamptz '2026-11-22 12:00Z' - i * (interval '365 days' / :messages) as at,
    md5('v' || i / 3)::uuid as conversation,
    (array['email','email','email','x','messenger','voice','webchat'])[1 + i % 7] as channel
from generate_series(1, :messages) i;

insert into message (tenant, message_id, centre, conversation_id, direction, channel, account, handle, address_kind,
    address_scope, address, visibility, agent, text, understanding, at, reply_state)
select 'pace', md5('m' || s.i)::uuid, 'main', s.conversation, case when s.i % 3 = 0 then 'OUT' else 'IN' end, s.channel,
    'acme', 'person' || s.customer, 'email', '', 'person' || s.customer || '@web' || s.customer % 50 || '.example',
    'PRIVATE', case when s.i % 3 = 0 then 'agent' || s.i % 40 end, said.text || ' DE-' || s.i,
    case when s.i % 3 <> 0 then '{"language":"en","relevance":"REQUEST","relevanceProbability":0.9,"topic":"topic' || s.i % 17
        || '","polarity":' || (s.i % 200 - 100) / 100.0 || ',"intensity":0.4,"confidence":0.7,"urgency":0.5,"churnRisk":0,'
        || '"skills":[],"tier":"rules","model":"rules-1","reasons":[]}' end,
    s.at, case when s.i % 3 = 0 then 'SENT' end
from seed s cross join lateral (
    select string_agg(substr(translate(md5('w' || n), '0123456789', 'ghijklmnop'), 1, 4 + n % 6), ' ') as text
    from (select floor(exp(random() * ln(30000)) + 0 * s.i + 0 * g)::int as n from generate_series(1, 14) g) word) said;

insert into work_item (tenant, work_item_id, centre, conversation_id, channel, account, address_kind, address_scope, address,
    queue, topic, polarity, arrived_at, told_at, told_sequence, taken_at, taken_by, held_by, answered_at, answered_by,
    closed_at, closed_by, outcome, disposition)
select 'pace', md5('i' || s.i)::uuid, 'main', s.conversation, s.channel, 'acme', 'email', '',
    'person' || s.customer || '@web' || s.customer % 50 || '.example', 'queue' || s.i % 8, 'topic' || s.i % 17,
    (s.i % 200 - 100) / 100.0, s.at, s.at, s.i, s.at + interval '1 minute', 'agent' || s.i % 40, 'agent' || s.i % 40,
    s.at + interval '1 minute' * (s.i % 300), 'agent' || s.i % 40, s.at + interval '2 minutes' * (s.i % 300),
    'agent' || s.i % 40, 'COMPLETED', 'solved'
from seed s where s.i % 3 = 1;

insert into work_event (tenant, centre, sequence, event_id, at, kind, work_item_id, agent, address_kind, address_scope, address)
select 'pace', 'main', s.i * 4 + k, md5('e' || s.i * 4 + k)::uuid, s.at + k * interval '20 s',
    (array['QUEUED','OFFERED','ACCEPTED','COMPLETED'])[k + 1], md5('i' || s.i)::uuid, 'agent' || s.i % 40, 'email', '',
    'person' || s.customer || '@web' || s.customer % 50 || '.example'
from seed s, generate_series(0, 3) k where s.i % 3 = 1;

-- The newest are open, of the others most were answered.
insert into ledger_entry (tenant, message_id, centre, received_deadline, answered_by, routing_sequence, routing_stage,
    routing_at, routing_agent, work_item_id, disposition, chaff_reason)
select 'pace', md5('m' || i)::uuid, 'main', at, case when i > 2000 and i % 10 < 7 then md5('a' || i)::uuid end,
    case when i % 10 < 9 then i end, case when i % 10 < 9 then case when i > 2000 then 'COMPLETED' else 'ASSIGNED' end end,
    case when i % 10 < 9 then at end, 'agent' || i % 40,
    case when i % 10 < 9 then md5('i' || (i - (i - 1) % 3))::uuid end, case when i % 10 < 9 then 'solved' end,
    case when i % 10 = 9 then 'rules' end
from seed where i % 3 <> 0;

insert into searchable_text select tenant, message_id, 'MESSAGE', at, words_of(subject, text) from message
where tenant = 'pace';
insert into searchable_name select tenant, customer_id, name from customer where tenant = 'pace'
union all select tenant, customer_id, value from handle where tenant = 'pace';
set maintenance_work_mem = '256MB';
create index searchable_words on searchable_text using gin (tenant, words);
create index searchable_by_time on searchable_text (tenant, at, id);
create index searchable_trigrams on searchable_name using gin (tenant, name gin_trgm_ops);
alter table message enable trigger searchable;
alter table customer enable trigger searchable;
alter table handle enable trigger searchable;

analyze customer, handle, message, work_item, work_event, ledger_entry, searchable_text, searchable_name;
