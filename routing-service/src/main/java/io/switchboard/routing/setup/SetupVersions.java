package io.switchboard.routing.setup;

import io.smallrye.mutiny.Uni;
import io.switchboard.routing.setup.SetupDocument.Owner;
import io.switchboard.routing.setup.SetupVersion.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The versions of setups in the database. Every method works in a transaction of the owner's tenant. */
@ApplicationScoped
class SetupVersions {
    private static final String OF_CENTRE = "from SetupVersion where key.tenant = :tenant and key.centre = :centre ";

    /**
     * Returns the number of the version in force, 0 when there is none yet, and keeps others from changing the centre's
     * setup until the transaction ends.
     */
    Uni<Integer> lock(Session session, Owner owner) {
        return session.createNativeQuery(
                        "insert into setup_head (tenant, centre) values (:tenant, :centre) on conflict do nothing")
                .setParameter("tenant", owner.tenant())
                .setParameter("centre", owner.centre())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select number from setup_head where tenant = :tenant and centre = :centre for update",
                                Integer.class)
                        .setParameter("tenant", owner.tenant())
                        .setParameter("centre", owner.centre())
                        .getSingleResult());
    }

    /** Puts a version in force. Its number is one more than what {@link #lock} returned. */
    Uni<SetupVersion> append(Session session, SetupVersion version) {
        // As text first: the client would take a text for jsonb to be one JSON string.
        return session.createNativeQuery("""
                        insert into setup_version
                            (tenant, centre, number, content, content_hash, origin, changed_by, changed_at, comment)
                        values (:tenant, :centre, :number, cast(cast(:content as text) as jsonb), :hash, :origin, :changedBy,
                            :changedAt, cast(:comment as text))
                        """)
                .setParameter("tenant", version.key.tenant())
                .setParameter("centre", version.key.centre())
                .setParameter("number", version.key.number())
                .setParameter("content", version.content)
                .setParameter("hash", version.hash)
                .setParameter("origin", version.origin.name())
                .setParameter("changedBy", version.changedBy)
                .setParameter("changedAt", version.changedAt)
                .setParameter("comment", version.comment)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "update setup_head set number = :number where tenant = :tenant and centre = :centre")
                        .setParameter("number", version.key.number())
                        .setParameter("tenant", version.key.tenant())
                        .setParameter("centre", version.key.centre())
                        .executeUpdate())
                .replaceWith(version);
    }

    Uni<Optional<SetupVersion>> inForce(Session session, Owner owner) {
        return first(session, owner, "order by key.number desc");
    }

    /** Returns the version that the setup file wrote last. */
    Uni<Optional<SetupVersion>> lastOfFile(Session session, Owner owner) {
        return first(
                session,
                owner,
                "and origin = " + Origin.class.getName().replace('$', '.') + ".FILE order by key.number desc");
    }

    private static Uni<Optional<SetupVersion>> first(Session session, Owner owner, String which) {
        return session.createQuery(OF_CENTRE + which, SetupVersion.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("centre", owner.centre())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    Uni<Optional<SetupVersion>> find(Session session, Owner owner, int number) {
        return session.createQuery(OF_CENTRE + "and key.number = :number", SetupVersion.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("centre", owner.centre())
                .setParameter("number", number)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Returns at most {@code limit} versions below {@code before}, the newest first. */
    Uni<List<SetupVersion>> page(Session session, Owner owner, int before, int limit) {
        return session.createQuery(OF_CENTRE + "and key.number < :before order by key.number desc", SetupVersion.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("centre", owner.centre())
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }
}
