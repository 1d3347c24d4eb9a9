package io.switchboard.profile.rights;

/** The statement that gathers all that is known of a person. */
final class ExportSql {
    private ExportSql() {}

    private static final String MEMBERS =
            "(select customer_id from customer where tenant = :tenant and root_id = root.root_id)";

    private static final String ADDRESSES =
            "(select kind, scope, value from handle where tenant = :tenant and customer_id in " + MEMBERS + ")";

    static final String ALL = """
            with root as (
                select root_id from customer where tenant = :tenant and customer_id = cast(:customer as uuid)
            )
            select cast(json_build_object(
                'customerId', root.root_id,
                'profiles', (select json_agg(to_jsonb(c) - 'tenant' - 'name_key' order by c.created_at) from customer c
                    where c.tenant = :tenant and c.root_id = root.root_id),
                'handles', (select json_agg(to_jsonb(h) - 'tenant' - 'local_key' order by h.first_seen_at) from handle h
                    where h.tenant = :tenant and h.customer_id in MEMBERS),
                'consents', (select json_agg(to_jsonb(x) - 'tenant' order by x.at) from customer_consent x
                    where x.tenant = :tenant and x.customer_id in MEMBERS),
                'records', (select json_agg(to_jsonb(x) - 'tenant' order by x.at) from source_record x
                    where x.tenant = :tenant and x.customer_id in MEMBERS),
                'notes', (select json_agg(to_jsonb(x) - 'tenant' order by x.at) from note x
                    where x.tenant = :tenant and x.customer_id in MEMBERS),
                'changes', (select json_agg(to_jsonb(x) - 'tenant' order by x.number) from identity_change x
                    where x.tenant = :tenant and x.customer_id in MEMBERS),
                'work', (select json_agg(to_jsonb(x) - 'tenant' order by x.at, x.sequence) from work_event x
                    where x.tenant = :tenant and (x.address_kind, x.address_scope, x.address) in ADDRESSES),
                'messages', (select json_agg((to_jsonb(m) - 'tenant' - 'attachments' - 'understanding') || jsonb_build_object(
                        'attachments', cast(m.attachments as jsonb), 'understanding', cast(m.understanding as jsonb),
                        'ledger', (select l.state from ledger_entry l where l.tenant = m.tenant and l.message_id = m.message_id))
                        order by m.at, m.message_id) from message m
                    where m.tenant = :tenant and (m.address_kind, m.address_scope, m.address) in ADDRESSES)
                ) as text)
            from root
            """.replace("in MEMBERS", "in " + MEMBERS).replace("in ADDRESSES", "in " + ADDRESSES);

    /** That somebody looked is itself part of what is known. */
    static final String NOTE = """
            insert into export (tenant, export_id, customer_id, by)
            select cast(:tenant as text), cast(:export as uuid), root_id, cast(:by as text)
            from customer where tenant = :tenant and customer_id = cast(:customer as uuid)
            """;
}
