package io.switchboard.profile.history;

/** The statements of the history. Every parameter is cast, since a null has no type of its own. */
final class HistorySql {
    private HistorySql() {}

    /**
     * Enters what customers said; known already, it learns only what it was understood to mean. In the order of the ids: two
     * transactions that enter the same messages must not wait for each other.
     */
    static final String HEARD = """
            insert into message as known (tenant, message_id, centre, conversation_id, direction, channel, account, handle,
                handle_name, signed_in, address_kind, address_scope, address, visibility, subject, text, attachments,
                understanding, provider_message_id, at)
            select cast(:tenant as text), message_id, centre, conversation_id, 'IN', channel, account, handle,
                handle_name, signed_in, address_kind, address_scope, address, visibility, subject, text, attachments,
                understanding, provider_message_id, at
            from json_to_recordset(cast(cast(:rows as text) as json)) as heard (message_id uuid, centre text,
                conversation_id uuid, channel text, account text, handle text, handle_name text,
                signed_in boolean, address_kind text,
                address_scope text, address text, visibility text, subject text, text text, attachments text,
                understanding text, provider_message_id text, at timestamptz)
            order by message_id
            on conflict (tenant, message_id) do update set understanding = excluded.understanding
            where excluded.understanding is not null and excluded.understanding is distinct from known.understanding
            """;

    /**
     * Enters an agent's reply, or what became of it: what is settled is not requested again, what was sent stays sent,
     * else the later word holds.
     */
    static final String REPLIED = """
            insert into message as known (tenant, message_id, centre, conversation_id, direction, channel, account, handle,
                address_kind, address_scope, address, visibility, agent, subject, text, provider_message_id, at,
                reply_state, reply_reason, reply_settled_at)
            values (cast(:tenant as text), cast(:messageId as uuid), cast(:centre as text), cast(:conversationId as uuid),
                'OUT', cast(:channel as text), cast(:account as text), cast(:handle as text),
                cast(:addressKind as text), cast(:addressScope as text), cast(:address as text), cast(:visibility as text),
                cast(:agent as text), cast(:subject as text), cast(:text as text), cast(:providerMessageId as text),
                cast(:at as timestamptz), cast(:state as text), cast(:reason as text),
                cast(cast(:settledAt as text) as timestamptz))
            on conflict (tenant, message_id) do update set
                reply_state = excluded.reply_state,
                reply_reason = excluded.reply_reason,
                reply_settled_at = excluded.reply_settled_at,
                provider_message_id = excluded.provider_message_id
            where excluded.reply_state <> 'REQUESTED' and known.reply_state <> 'SENT'
                and (excluded.reply_state = 'SENT' or known.reply_settled_at is null
                    or excluded.reply_settled_at > known.reply_settled_at)
            """;
}
