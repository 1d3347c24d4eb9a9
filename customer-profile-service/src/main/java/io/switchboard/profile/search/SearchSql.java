package io.switchboard.profile.search;

/** The statements of search. What is looked for is not a parameter of them but of the transaction: the policies ask for it. */
final class SearchSql {
    private SearchSql() {}

    /**
     * Names what is looked for. A plan made for another question would be wrong for this one, and a question that can't be
     * answered soon is given up.
     *
     * <p>Gives whether there is a word to find: a question of nothing but what shall not be there finds everything.
     */
    static final String ASK = """
            select set_config('switchboard.query', question, true), set_config('switchboard.name', :words, true),
                set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('statement_timeout', :patience, true),
                querytree(cast(question as tsquery)) not in ('', 'T') as has_words
            from (select question_of(:words) as question) asked
            """;

    static final String TEXTS = """
            select kind, id from searchable_text
            where tenant = :tenant and at >= cast(:since as timestamptz)
                and (at, id) < (cast(cast(:at as text) as timestamptz), cast(:id as uuid))
            order by at desc, id desc limit :limit
            """;

    /** Whose they are: by the address of a message, by the note itself; in the end by whom they were merged into. */
    static final String WHOSE = """
            select m.message_id, c.root_id from message m
            join handle h on h.tenant = m.tenant and h.kind = m.address_kind and h.scope = m.address_scope
                and h.value = m.address
            join customer c on c.tenant = h.tenant and c.customer_id = h.customer_id
            where m.tenant = :tenant and m.message_id = any(cast(cast(:ids as text) as uuid[]))
            union all
            select n.note_id, c.root_id from note n
            join customer c on c.tenant = n.tenant and c.customer_id = n.customer_id
            where n.tenant = :tenant and n.note_id = any(cast(cast(:ids as text) as uuid[]))
            """;

    /** How alike a name must be. */
    static final String LIKE = "select set_config('pg_trgm.word_similarity_threshold', :likeness, true)";

    /** Of a name that thousands have, any thousand will do. */
    static final String PEOPLE = """
            select c.root_id, root.name, max(alike.name) as matched, max(alike.likeness) as likeness
            from (
                select customer_id, name, word_similarity(:words, name) as likeness
                from (select customer_id, name from searchable_name where tenant = :tenant limit 1000) candidate
                order by likeness desc, customer_id, name limit 100) alike
            join customer c on c.tenant = :tenant and c.customer_id = alike.customer_id
            join customer root on root.tenant = :tenant and root.customer_id = c.root_id
            group by c.root_id, root.name
            order by likeness desc, c.root_id
            """;
}
