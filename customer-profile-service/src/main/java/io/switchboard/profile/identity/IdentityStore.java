package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps who is one with whom. */
@ApplicationScoped
public class IdentityStore {

    /** Returns those of {@code customers} that there are, by id. */
    public Uni<Map<UUID, Member>> members(Mutiny.Session session, String tenant, UUID... customers) {
        return session.createNativeQuery(IdentitySql.MEMBERS, String.class)
                .setParameter("tenant", tenant)
                .setParameter("ids", array(customers))
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), Member.class))
                        .collect(Collectors.toMap(Member::customerId, Function.identity())));
    }

    /** Returns all who are known as {@code root}, each with the handles that are theirs for ever; the first met first. */
    public Uni<List<FamilyMember>> family(Mutiny.Session session, String tenant, UUID root) {
        return session.createNativeQuery(IdentitySql.FAMILY, String.class)
                .setParameter("tenant", tenant)
                .setParameter("root", root)
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> EventJson.read(json.getBytes(UTF_8), FamilyMember.class))
                        .toList());
    }

    /** Holds all who are known as one of {@code roots} until the transaction ends. */
    Uni<Void> lock(Mutiny.Session session, String tenant, UUID... roots) {
        return session.createNativeQuery(IdentitySql.LOCK, String.class)
                .setParameter("tenant", tenant)
                .setParameter("ids", array(roots))
                .getResultList()
                .replaceWithVoid();
    }

    /** Makes all who are known as {@code from} known as {@code into}. Both are roots and held. */
    Uni<Void> merge(Mutiny.Session session, String tenant, UUID from, UUID into, int version) {
        return session.createNativeQuery(IdentitySql.MERGE)
                .setParameter("tenant", tenant)
                .setParameter("from", from)
                .setParameter("into", into)
                .setParameter("version", version)
                .executeUpdate()
                .chain(() -> renew(session, tenant, into, version));
    }

    /** Makes {@code from} and all who were merged into them known as themselves. {@code root} is held. */
    Uni<Void> unmerge(Mutiny.Session session, String tenant, UUID from, UUID root, int version) {
        return session.createNativeQuery(IdentitySql.UNMERGE)
                .setParameter("tenant", tenant)
                .setParameter("from", from)
                .setParameter("version", version)
                .executeUpdate()
                .chain(() -> renew(session, tenant, root, version));
    }

    private static Uni<Void> renew(Mutiny.Session session, String tenant, UUID customer, int version) {
        return session.createNativeQuery(IdentitySql.RENEW)
                .setParameter("tenant", tenant)
                .setParameter("customer", customer)
                .setParameter("version", version)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String array(UUID... ids) {
        return Arrays.stream(ids).map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
