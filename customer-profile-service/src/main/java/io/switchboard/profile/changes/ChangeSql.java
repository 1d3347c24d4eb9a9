package io.switchboard.profile.changes;

/** What is noted of changes. The table says source, since other systems' changes were the first to be noted. */
final class ChangeSql {
    private static final String CUSTOMERS =
            "any (array(select cast(jsonb_array_elements_text(cast(cast(:customers as text) as jsonb)) as uuid)))";

    static final String TOUCH = """
            update customer set changed_at = now()
            where tenant = :tenant and changed_at < now() and customer_id in (
                select root_id from customer where tenant = :tenant and customer_id =
            """ + CUSTOMERS + ")";

    static final String NOTE = """
            insert into source_change (tenant, change_id, customers)
            select cast(:tenant as text), cast(:change as uuid),
                array(select cast(jsonb_array_elements_text(cast(cast(:customers as text) as jsonb)) as uuid))
            """;

    static final String FORGET = "delete from source_change where tenant = :tenant and change_id = :change";

    /** Who changed, and who they are known as. */
    static final String CHANGED = """
            select c.customer_id, c.root_id from customer c
            where c.tenant = :tenant and c.customer_id = any (array(
                select unnest(customers) from source_change where tenant = :tenant and change_id = :change))
            """;

    static final String LEFT_OVER = """
            select cast(change_id as text) from source_change
            where tenant = :tenant and changed_at < now() - make_interval(secs => 30)
            order by changed_at limit 100
            """;

    private ChangeSql() {}
}
