package io.switchboard.routing.setup;

import io.smallrye.mutiny.Uni;
import io.switchboard.routing.setup.SetupDocument.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Which centres there are, and how far each is published. */
@ApplicationScoped
class SetupHeads {

    /** Returns every centre that has a setup. */
    Uni<List<Owner>> all(Session session) {
        return owners(session, "number > 0");
    }

    /** Returns the centres whose version in force is not published. */
    Uni<List<Owner>> unpublished(Session session) {
        return owners(session, "published < number");
    }

    private static Uni<List<Owner>> owners(Session session, String which) {
        return session.createNativeQuery(
                        "select tenant, centre from setup_head where " + which + " order by tenant, centre",
                        Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Owner((String) row[0], (String) row[1]))
                        .toList());
    }

    /**
     * Returns whether this transaction alone may publish the centre's setup until it ends. Not a lock of the row: changes
     * go on while Kafka is away.
     */
    Uni<Boolean> lockForPublication(Session session, Owner owner) {
        return session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:centre, 0))", Boolean.class)
                .setParameter("centre", "setup " + owner.tenant() + "/" + owner.centre())
                .getSingleResult();
    }

    /** Notes that Kafka has acknowledged a version. */
    Uni<Void> published(Session session, Owner owner, int number) {
        return session.createNativeQuery("""
                        update setup_head set published = greatest(published, :number)
                        where tenant = :tenant and centre = :centre
                        """)
                .setParameter("number", number)
                .setParameter("tenant", owner.tenant())
                .setParameter("centre", owner.centre())
                .executeUpdate()
                .replaceWithVoid();
    }
}
