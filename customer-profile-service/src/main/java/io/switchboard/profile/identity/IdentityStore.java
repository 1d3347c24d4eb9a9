package io.switchboard.profile.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.identity.StateHandles.Merge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Does merges that have nothing to do with each other: nobody is merged twice, nor into somebody who is. All are held. */
    Uni<Void> mergeAll(Mutiny.Session session, String tenant, List<Merge> merges) {
        return merges.isEmpty()
                ? Uni.createFrom().voidItem()
                : change(session, IdentitySql.MERGE_ALL, tenant, merges)
                        .chain(() -> change(session, IdentitySql.RENEW_ALL, tenant, merges));
    }

    private static Uni<Void> change(Mutiny.Session session, String sql, String tenant, List<?> rows) {
        return session.createNativeQuery(sql)
                .setParameter("tenant", tenant)
                .setParameter("rows", EventJson.text(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Returns in which groups of roots somebody was said to differ from somebody else in it. */
    Uni<Set<UUID>> differing(Mutiny.Session session, String tenant, Map<UUID, List<UUID>> groups) {
        List<GroupRow> rows = groups.entrySet().stream()
                .flatMap(group -> group.getValue().stream().map(root -> new GroupRow(group.getKey(), root)))
                .toList();
        return session.createNativeQuery(IdentitySql.DIFFERING, String.class)
                .setParameter("tenant", tenant)
                .setParameter("rows", EventJson.text(rows))
                .getResultList()
                .map(found -> found.stream().map(UUID::fromString).collect(Collectors.toSet()));
    }

    /** Who is in a group, as {@link IdentitySql#DIFFERING} reads it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record GroupRow(UUID groupId, UUID rootId) {}

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
