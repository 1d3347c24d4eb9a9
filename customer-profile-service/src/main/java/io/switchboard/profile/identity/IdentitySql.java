package io.switchboard.profile.identity;

/** The statements that change who is who. Every parameter is cast, since a null has no type of its own. */
final class IdentitySql {
    private IdentitySql() {}

    static final String MEMBERS = """
            select cast(json_build_object('customerId', one.customer_id, 'rootId', one.root_id,
                'mergedInto', one.merged_into, 'version', root.version) as text)
            from customer one join customer root on root.tenant = one.tenant and root.customer_id = one.root_id
            where one.tenant = :tenant and one.customer_id = any (cast(cast(:ids as text) as uuid[]))
            """;

    static final String FAMILY = """
            select cast(json_build_object('customerId', one.customer_id, 'name', one.name, 'mergedInto', one.merged_into,
                'metAt', one.created_at,
                'handles', coalesce(
                    (select json_agg(json_build_object('kind', h.kind, 'account', h.scope, 'value', h.value,
                            'name', h.name, 'firstSeenAt', h.first_seen_at)
                        order by h.first_seen_at, h.kind, h.value)
                    from handle h where h.tenant = one.tenant and h.customer_id = one.customer_id),
                    json_array())) as text)
            from customer one where one.tenant = :tenant and one.root_id = cast(:root as uuid)
            order by one.created_at, one.customer_id
            """;

    static final String CHANGES = """
            select cast(json_build_object('number', number, 'customerId', customer_id, 'otherId', other_id, 'what', what,
                'at', at, 'by', by, 'reason', reason, 'evidence', cast(evidence as json)) as text)
            from (
                (select * from identity_change
                where tenant = :tenant and customer_id = cast(:customer as uuid) and number < :before
                order by number desc limit :limit)
                union
                (select * from identity_change
                where tenant = :tenant and other_id = cast(:customer as uuid) and number < :before
                order by number desc limit :limit)
            ) change
            order by number desc limit :limit
            """;

    /**
     * Who changes who is who holds all who are known as the given roots, in the order of their ids, before the first is
     * changed: two merges at once wait for each other and never in a circle. Messages go on, since a new handle asks for
     * less than this lock.
     */
    static final String LOCK = """
            select cast(customer_id as text) from customer
            where tenant = :tenant and root_id = any (cast(cast(:ids as text) as uuid[]))
            order by customer_id for no key update
            """;

    /** All who are one with {@code from} are one with {@code into}; nothing else moves. */
    static final String MERGE = """
            update customer set
                root_id = cast(:into as uuid),
                merged_into = case when customer_id = cast(:from as uuid) then cast(:into as uuid) else merged_into end,
                version = cast(:version as integer),
                changed_at = now()
            where tenant = :tenant and root_id = cast(:from as uuid)
            """;

    /** As {@link #MERGE}, of many who have nothing to do with each other. */
    static final String MERGE_ALL = """
            update customer c set
                root_id = r.into_id,
                merged_into = case when c.customer_id = r.from_id then r.into_id else c.merged_into end,
                version = r.version,
                changed_at = now()
            from json_to_recordset(cast(cast(:rows as text) as json)) as r (from_id uuid, into_id uuid, version integer)
            where c.tenant = :tenant and c.root_id = r.from_id
            """;

    /** The greatest version of what was merged into each is theirs, too. */
    static final String RENEW_ALL = """
            update customer c set version = r.version, changed_at = now()
            from (
                select into_id, max(version) as version
                from json_to_recordset(cast(cast(:rows as text) as json)) as r (into_id uuid, version integer)
                group by into_id) r
            where c.tenant = :tenant and c.customer_id = r.into_id
            """;

    /** Those groups in which somebody was said to differ from somebody else, each told by its own id. */
    static final String DIFFERING = """
            with member as materialized (
                select r.group_id, c.customer_id
                from json_to_recordset(cast(cast(:rows as text) as json)) as r (group_id uuid, root_id uuid)
                join customer c on c.tenant = :tenant and c.root_id = r.root_id
            )
            select distinct cast(one.group_id as text)
            from member one
            join identity_suggestion s on s.tenant = :tenant and s.one_id = one.customer_id and s.state = 'REJECTED'
            join member other on other.group_id = one.group_id and other.customer_id = s.other_id
            """;

    /** Whoever was merged into {@code from}, and so on, comes along. */
    static final String UNMERGE = """
            with recursive leaving as (
                select cast(:from as uuid) as customer_id
                union all
                select below.customer_id from customer below
                join leaving on below.tenant = :tenant and below.merged_into = leaving.customer_id
            )
            update customer set
                root_id = cast(:from as uuid),
                merged_into = case when customer.customer_id = cast(:from as uuid) then null else merged_into end,
                version = cast(:version as integer),
                changed_at = now()
            from leaving where customer.tenant = :tenant and customer.customer_id = leaving.customer_id
            """;

    static final String RENEW = """
            update customer set version = cast(:version as integer), changed_at = now()
            where tenant = :tenant and customer_id = cast(:customer as uuid)
            """;

    static final String NOTE = """
            insert into identity_change (tenant, change_id, customer_id, other_id, what, by, reason, evidence)
            select cast(:tenant as text), r.*
            from json_to_recordset(cast(cast(:rows as text) as json)) as r (change_id uuid, customer_id uuid, other_id uuid,
                what text, by text, reason text, evidence text)
            """;
}
