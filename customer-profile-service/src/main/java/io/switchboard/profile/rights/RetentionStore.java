package io.switchboard.profile.rights;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps how long a tenant keeps text, by channel. */
@ApplicationScoped
public class RetentionStore {
    private static final String ALL = """
            select cast(json_build_object('channel', channel, 'days', days, 'by', by, 'at', at) as text)
            from retention where tenant = :tenant order by channel
            """;

    private static final String SET = """
            insert into retention (tenant, channel, days, by)
            values (cast(:tenant as text), cast(:channel as text), cast(:days as integer), cast(:by as text))
            on conflict (tenant, channel) do update set days = excluded.days, by = excluded.by, at = now()
            """;

    private static final String END = "delete from retention where tenant = :tenant and channel = :channel";

    private final TenantTransaction transaction;

    RetentionStore(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /** Returns what a tenant said. */
    public Uni<List<Retention>> all(String tenant) {
        return transaction.in(
                tenant, session -> new Steps(session, Map.of("tenant", tenant)).read(ALL, Retention.class));
    }

    /** Keeps text of a channel for so many days from now on. */
    public Uni<Void> set(String tenant, String channel, int days, String by) {
        return run(tenant, SET, Map.of("tenant", tenant, "channel", channel, "days", days, "by", by));
    }

    /** Keeps text of a channel for ever. */
    public Uni<Void> end(String tenant, String channel) {
        return run(tenant, END, Map.of("tenant", tenant, "channel", channel));
    }

    private Uni<Void> run(String tenant, String sql, Map<String, Object> parameters) {
        return transaction.in(tenant, session -> new Steps(session, parameters).run(sql));
    }
}
