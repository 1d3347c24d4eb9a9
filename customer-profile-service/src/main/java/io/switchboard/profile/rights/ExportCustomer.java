package io.switchboard.profile.rights;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers all that is known of a person, for them to see. */
@ApplicationScoped
public class ExportCustomer {
    private final TenantTransaction transaction;

    ExportCustomer(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Returns everything as a JSON object, and notes who looked; empty when there is no such customer.
     *
     * @param by who asks for it
     */
    public Uni<Optional<String>> export(String tenant, UUID customer, String by) {
        Map<String, Object> known =
                Map.of("tenant", tenant, "customer", customer, "by", by, "export", UUID.randomUUID());
        return transaction.in(tenant, session -> {
            var steps = new Steps(session, known);
            return steps.run(ExportSql.NOTE)
                    .chain(() -> steps.rows(ExportSql.ALL))
                    .map(found -> found.stream().findFirst());
        });
    }
}
