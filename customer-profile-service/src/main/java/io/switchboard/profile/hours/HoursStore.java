package io.switchboard.profile.hours;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps when queues are open, and were. Every method works in a transaction of the setup's tenant. */
@ApplicationScoped
class HoursStore {
    /** Two who bring setups of the same centre wait for each other here. */
    private static final String TOLD = """
            insert into hours_told as known (tenant, centre, version, changed_at)
            values (cast(:tenant as text), cast(:centre as text), cast(:version as text), cast(:at as timestamptz))
            on conflict (tenant, centre) do update set version = excluded.version, changed_at = excluded.changed_at
            where excluded.version <> known.version and excluded.changed_at >= known.changed_at
            """;

    /** By name: PostgreSQL takes nearly everything with a digit for a zone. Offsets are written so that it reads them right. */
    private static final String UNKNOWN_ZONES = """
            select distinct zone from json_to_recordset(cast(cast(:rows as text) as json)) as told (zone text)
            where zone not like 'UTC%' and zone not in (select name from pg_timezone_names)
            """;

    /** Enters what is not as it was before; a queue that is not told of any more has no hours from now on. */
    private static final String ENTER = """
            with told as (
                select * from json_to_recordset(cast(cast(:rows as text) as json)) as said (queue text, zone text,
                    days smallint[], opens time[], closes time[], holidays date[])
            ), known as (
                select distinct on (queue) queue, zone, days, opens, closes, holidays from queue_hours
                where tenant = cast(:tenant as text) and centre = cast(:centre as text)
                order by queue, since desc
            )
            insert into queue_hours (tenant, centre, queue, since, zone, days, opens, closes, holidays)
            select cast(:tenant as text), cast(:centre as text), coalesce(told.queue, known.queue),
                cast(:at as timestamptz), told.zone, told.days, told.opens, told.closes, told.holidays
            from told full join known on known.queue = told.queue
            where known.queue is null
                or (told.zone, told.days, told.opens, told.closes, told.holidays)
                    is distinct from (known.zone, known.days, known.opens, known.closes, known.holidays)
            on conflict (tenant, centre, queue, since) do update set zone = excluded.zone, days = excluded.days,
                opens = excluded.opens, closes = excluded.closes, holidays = excluded.holidays
            """;

    /** Notes that a setup is read; returns whether it is another one than the last, and no older. */
    Uni<Boolean> isNews(Mutiny.Session session, RoutingSetup setup, Instant at) {
        return session.createNativeQuery(TOLD)
                .setParameter("tenant", setup.tenant())
                .setParameter("centre", setup.centre())
                .setParameter("version", setup.version())
                .setParameter("at", at)
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    /** Returns the zones among these that the database can't reckon with. */
    Uni<List<String>> unknownZones(Mutiny.Session session, List<QueueHours> hours) {
        return session.createNativeQuery(UNKNOWN_ZONES, String.class)
                .setParameter("rows", json(hours))
                .getResultList();
    }

    /** Enters the hours of every queue of a centre, as they are from a moment on. */
    Uni<Void> enter(Mutiny.Session session, RoutingSetup setup, Instant at, List<QueueHours> hours) {
        return session.createNativeQuery(ENTER)
                .setParameter("tenant", setup.tenant())
                .setParameter("centre", setup.centre())
                .setParameter("at", at)
                .setParameter("rows", json(hours))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String json(List<QueueHours> hours) {
        return EventJson.text(hours);
    }
}
