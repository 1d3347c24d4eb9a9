package io.switchboard.profile.rights;

/**
 * The statements that forget a person. What they said and were told keeps its place, time, channel and meaning, so that figures
 * still add up; it belongs to a stranger then, who has neither name nor address.
 */
final class ErasureSql {
    private ErasureSql() {}

    /** All who are one with the person; held, so that nobody is merged into them meanwhile. */
    static final String MEMBERS = """
            select cast(customer_id as text) from customer
            where tenant = :tenant and root_id = (select root_id from customer where tenant = :tenant and customer_id = cast(:customer as uuid))
            order by customer_id for update
            """;

    private static final String THEIR_ADDRESS = """
             (address_kind, address_scope, address) in (
                select kind, scope, value from handle
                where tenant = :tenant and customer_id = any (cast(cast(:members as text) as uuid[])))
            """;

    static final String OPEN = """
            select cast(count(*) as text) from message join ledger_entry using (tenant, message_id)
            where tenant = :tenant and state in ('WAITING', 'ASSIGNED') and direction = 'IN' and
            """ + THEIR_ADDRESS;

    static final String MEET_A_STRANGER = """
            with stranger as (
                insert into customer (tenant, customer_id, root_id, centre)
                select tenant, cast(:stranger as uuid), cast(:stranger as uuid), centre
                from customer where tenant = :tenant and customer_id = cast(:one as uuid)
            )
            insert into handle (tenant, kind, scope, value, centre, customer_id)
            select tenant, 'erased', '', cast(:stranger as text), centre, cast(:stranger as uuid)
            from customer where tenant = :tenant and customer_id = cast(:one as uuid)
            """;

    private static final String NO_TEXT = """
            text = '', subject = null, attachments = '[]',
            understanding = cast(cast(understanding as jsonb) || '{"reasons": []}' as text)
            """;

    private static final String TO_THE_STRANGER =
            " address_kind = 'erased', address_scope = '', address = cast(:stranger as text) ";

    static final String MESSAGES =
            "update message set " + NO_TEXT + ", handle = cast(:stranger as text), handle_name = null,"
                    + " provider_message_id = null," + TO_THE_STRANGER + "where tenant = :tenant and" + THEIR_ADDRESS
                    + " returning cast(message_id as text)";

    static final String WORK_ITEMS =
            "update work_item set" + TO_THE_STRANGER + "where tenant = :tenant and" + THEIR_ADDRESS;

    static final String WORK_EVENTS =
            "update work_event set" + TO_THE_STRANGER + "where tenant = :tenant and" + THEIR_ADDRESS;

    /** A reason is the word that decided. */
    static final String REASONS = """
            update ledger_entry set chaff_reason = 'erased'
            where tenant = :tenant and chaff_reason is not null and message_id = any (cast(cast(:messages as text) as uuid[]))
            """;

    /** What other customers' messages say of this one's addresses, and rows of files that nobody could read. */
    static final String CLUES = """
            delete from identity_clue where tenant = :tenant and exists (
                select 1 from handle where handle.tenant = :tenant
                and handle.customer_id = any (cast(cast(:members as text) as uuid[])) and strpos(mentions, value) > 0)
            """;

    /** Who signed in on a device of theirs; where they signed in themselves goes with them. */
    static final String DEVICES = """
            delete from device_sign_in where tenant = :tenant and (kind, scope, value) in (
                select kind, scope, value from handle
                where tenant = :tenant and customer_id = any (cast(cast(:members as text) as uuid[])))
            """;

    static final String BAD_ROWS = """
            delete from import_bad_row where tenant = :tenant and exists (
                select 1 from handle where handle.tenant = :tenant
                and handle.customer_id = any (cast(cast(:members as text) as uuid[]))
                and length(value) > 4 and strpos(lower(coalesce(record, '') || coalesce(raw, '')), lower(value)) > 0)
            """;

    static final String LET_THE_AUDIT_GO = "select set_config('switchboard.erasing', 'on', true)";

    static final String AUDIT = """
            delete from identity_change where tenant = :tenant and
            (customer_id = any (cast(cast(:members as text) as uuid[])) or other_id = any (cast(cast(:members as text) as uuid[])))
            """;

    static final String KEEP_THE_AUDIT = "select set_config('switchboard.erasing', 'off', true)";

    static final String UNTOLD = """
            update source_change set customers = array(
                select one from unnest(customers) one where one <> all (cast(cast(:members as text) as uuid[])))
            where tenant = :tenant and customers && cast(cast(:members as text) as uuid[])
            """;

    static final String RECORDS = """
            delete from source_record where tenant = :tenant and customer_id = any (cast(cast(:members as text) as uuid[]))
            """;

    static final String HANDLES = """
            delete from handle where tenant = :tenant and customer_id = any (cast(cast(:members as text) as uuid[]))
            """;

    /** Notes, consents, suggestions and what is searched for go with them. */
    static final String CUSTOMERS = """
            delete from customer where tenant = :tenant and customer_id = any (cast(cast(:members as text) as uuid[]))
            """;

    static final String NOTE = """
            insert into erasure (tenant, erasure_id, what, centre, by, customers, messages, customer_ids, message_ids)
            values (cast(:tenant as text), cast(:erasure as uuid), cast(:what as text), cast(:centre as text), cast(:by as text),
                cardinality(cast(cast(:members as text) as uuid[])), cardinality(cast(cast(:messages as text) as uuid[])),
                cast(cast(:members as text) as uuid[]), cast(cast(:messages as text) as uuid[]))
            returning cast(json_build_object('erasureId', erasure_id, 'what', what, 'by', by, 'at', at,
                'customers', customers, 'messages', messages) as text)
            """;

    static final String TOO_OLD = "update message set " + NO_TEXT + """
            where tenant = :tenant and message_id in (
                select message_id from message
                where tenant = :tenant and channel = :channel and at < :before
                and (text <> '' or subject is not null or attachments <> '[]')
                order by at limit :most)
            returning cast(message_id as text)
            """;

    static final String ALL = """
            select cast(json_build_object('erasureId', erasure_id, 'what', what, 'by', by, 'at', at,
                'customers', customers, 'messages', messages) as text)
            from erasure where tenant = :tenant and at < :before order by at desc, erasure_id limit :limit
            """;

    static final String TO_TELL = """
            select cast(json_build_object('erasureId', erasure_id, 'centre', centre, 'at', at,
                'customerIds', customer_ids, 'messageIds', message_ids) as text)
            from erasure where tenant = :tenant and told_at is null order by at limit 10
            """;

    static final String TOLD = """
            update erasure set told_at = now(), customer_ids = '{}', message_ids = '{}'
            where tenant = :tenant and erasure_id = cast(:erasure as uuid)
            """;
}
