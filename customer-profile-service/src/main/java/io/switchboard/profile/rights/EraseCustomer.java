package io.switchboard.profile.rights;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Forgets a person: all who are one with them, in one transaction. */
@ApplicationScoped
public class EraseCustomer {
    private final TenantTransaction transaction;

    EraseCustomer(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Forgets a customer. Others are told afterwards, however long the broker is away: {@link Erasures}.
     *
     * @param by who asks for it
     */
    public Uni<Erased> erase(String tenant, String centre, UUID customer, String by) {
        return transaction.in(tenant, session -> {
            Map<String, Object> known = new HashMap<>(Map.of("tenant", tenant, "customer", customer));
            var steps = new Steps(session, known);
            return steps.rows(ErasureSql.MEMBERS)
                    .flatMap(members -> members.isEmpty()
                            ? Uni.createFrom().item(new Erased.Unknown(customer))
                            : unlessServed(steps, known, members, centre, by));
        });
    }

    private Uni<Erased> unlessServed(
            Steps steps, Map<String, Object> known, List<String> members, String centre, String by) {
        known.put("members", Steps.array(members));
        known.put("one", members.getFirst());
        known.put("stranger", UUID.randomUUID().toString());
        known.put("erasure", UUID.randomUUID());
        known.put("what", "PERSON");
        known.put("centre", centre);
        known.put("by", by);
        return steps.rows(ErasureSql.OPEN)
                .map(count -> Long.parseLong(count.getFirst()))
                .flatMap(open -> open > 0 ? Uni.createFrom().item(new Erased.BeingServed(open)) : forget(steps, known));
    }

    private static Uni<Erased> forget(Steps steps, Map<String, Object> known) {
        return steps.run(ErasureSql.MEET_A_STRANGER)
                .chain(() -> steps.rows(ErasureSql.MESSAGES))
                .invoke(messages -> known.put("messages", Steps.array(messages)))
                .chain(() -> steps.run(
                        ErasureSql.WORK_ITEMS,
                        ErasureSql.WORK_EVENTS,
                        ErasureSql.REASONS,
                        ErasureSql.CLUES,
                        ErasureSql.DEVICES,
                        ErasureSql.BAD_ROWS,
                        ErasureSql.LET_THE_AUDIT_GO,
                        ErasureSql.AUDIT,
                        ErasureSql.KEEP_THE_AUDIT,
                        ErasureSql.UNTOLD,
                        ErasureSql.RECORDS,
                        ErasureSql.HANDLES,
                        ErasureSql.CUSTOMERS))
                .chain(() -> steps.read(ErasureSql.NOTE, Erasure.class))
                .map(noted -> new Erased.Done(noted.getFirst()));
    }
}
