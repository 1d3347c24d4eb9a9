package io.switchboard.profile.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Contacts of the past, written as they would have become. */
@ApplicationScoped
public class Contacts {
    private final Database database;

    Contacts(Database database) {
        this.database = database;
    }

    /** A customer with one address, {@code <id>@web.example}. */
    public UUID customer(String tenant) {
        UUID customer = UUID.randomUUID();
        database.in(
                tenant,
                session -> session.createNativeQuery("""
                        with met as (
                            insert into customer (tenant, customer_id, root_id, centre, name, first_message_id)
                            values (:t, cast(:c as uuid), cast(:c as uuid), 'main', null, gen_random_uuid()))
                        insert into handle (tenant, kind, scope, value, centre, customer_id)
                        values (:t, 'email', '', cast(cast(:c as uuid) as text) || '@web.example', 'main', cast(:c as uuid))
                        """)
                        .setParameter("t", tenant)
                        .setParameter("c", customer)
                        .executeUpdate());
        return customer;
    }

    /** One contact; null for what did not happen. */
    public record Past(
            String channel,
            UUID conversation,
            String topic,
            Instant arrived,
            Instant answered,
            Instant completed,
            String queue,
            String agent) {}

    /** Writes a contact of {@code customer}. */
    public UUID enter(String tenant, UUID customer, Past past) {
        UUID id = UUID.randomUUID();
        database.in(
                tenant,
                session -> session.createNativeQuery("""
                        insert into work_item (tenant, work_item_id, centre, conversation_id, channel, account, address_kind,
                            address_scope, address, queue, topic, polarity, arrived_at, told_at, told_sequence, held_by,
                            answered_at, closed_at, outcome)
                        values (:t, :id, 'main', :v, :channel, 'acme', 'email', '', cast(cast(:c as uuid) as text) || '@web.example',
                            cast(:queue as text), cast(:topic as text), -0.5, :arrived, :arrived, 1, cast(:agent as text),
                            cast(cast(:answered as text) as timestamptz), cast(cast(:completed as text) as timestamptz),
                            case when cast(:completed as text) is not null then 'COMPLETED' end)
                        """)
                        .setParameter("t", tenant)
                        .setParameter("id", id)
                        .setParameter("v", past.conversation())
                        .setParameter("channel", past.channel())
                        .setParameter("c", customer)
                        .setParameter("queue", past.queue())
                        .setParameter("topic", past.topic())
                        .setParameter("arrived", past.arrived())
                        .setParameter("agent", past.agent())
                        .setParameter("answered", text(past.answered()))
                        .setParameter("completed", text(past.completed()))
                        .executeUpdate());
        return id;
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
