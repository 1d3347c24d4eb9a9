package io.switchboard.profile.sources;

/**
 * The statements of the sources. Each takes a whole batch as JSON, so that a batch costs a handful of round trips whatever
 * its size; as text first, since a text given for JSON would be taken for a JSON string. Ids come sorted: two transactions that touch the same records must not wait for each other.
 */
final class SourceSql {
    private SourceSql() {}

    private static final String RECORD = """
            'source', r.source, 'recordId', r.record_id, 'customerId', r.customer_id, 'at', r.at, 'gone', r.gone,
            'fields', r.fields
            """;

    private static final String CUSTOMERS =
            "any (array(select cast(jsonb_array_elements_text(cast(cast(:customers as text) as jsonb)) as uuid)))";

    static final String KNOWN = "select cast(json_build_object(" + RECORD + """
            ) as text) from source_record r
            where r.tenant = :tenant and r.source = :source
            and r.record_id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            order by r.record_id for update
            """;

    /** Every record of everybody who is the same customer as one of those asked for. */
    static final String RELATIVES =
            "select cast(json_build_object('of', own.customer_id, 'root', own.root_id, 'record',"
                    + " json_build_object("
                    + RECORD
                    + """
            )) as text) from customer own
            join customer member on member.tenant = own.tenant and member.root_id = own.root_id
            join source_record r on r.tenant = member.tenant and r.customer_id = member.customer_id
            where own.tenant = :tenant and own.customer_id =
            """
                    + CUSTOMERS;

    static final String MEET = """
            with r as (
                select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(record_id text, customer_id uuid, name text)
            ), met as (
                insert into customer (tenant, customer_id, root_id, centre, name, first_message_id)
                select cast(:tenant as text), customer_id, customer_id, cast(:centre as text), name, null
                from r order by customer_id
                on conflict do nothing
            )
            insert into handle (tenant, kind, scope, value, centre, customer_id, name)
            select cast(:tenant as text), 'source', cast(:source as text), record_id, cast(:centre as text), customer_id, name
            from r order by record_id
            on conflict do nothing
            """;

    static final String WRITE = """
            insert into source_record as known (tenant, source, record_id, customer_id, at, gone, fields)
            select cast(:tenant as text), cast(:source as text), record_id, customer_id, at, gone, fields
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r(record_id text, customer_id uuid, at timestamptz, gone boolean, fields jsonb)
            order by record_id
            on conflict (tenant, source, record_id) do update
            set at = excluded.at, gone = excluded.gone, fields = excluded.fields, changed_at = now()
            where excluded.at >= known.at
            """;

    /** A record's own customer is called as the record says, also when it has been merged into another. */
    static final String NAME = """
            update customer c set name = r.name
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(customer_id uuid, name text)
            where c.tenant = :tenant and c.customer_id = r.customer_id and r.name is not null
            and c.name is distinct from r.name
            """;
}
