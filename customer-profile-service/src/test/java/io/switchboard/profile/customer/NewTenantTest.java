package io.switchboard.profile.customer;

import static io.switchboard.profile.support.Fixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tenant that came since PostgreSQL last counted is served as the others are: beside a large one it is not counted for a long
 * time, and plans made for the hardly any rows it would have read all of them for each message.
 */
@ComponentTest
class NewTenantTest {
    private static final int ASKED = 20;
    /** Root, members, handles and the messages at them with what became of each are a handful of rows. */
    private static final long MOST_EACH = 30;

    /** Those that others refer to come last. */
    private static final List<String> TABLES = List.of("ledger_entry", "message", "handle", "customer");

    @Inject
    Database database;

    @Inject
    CustomerStore customers;

    private final String large = aTenant();
    private final String young = aTenant();

    @BeforeEach
    void aLargeTenantWasCountedAndAYoungOneWasNot() {
        each("alter table %s set (autovacuum_enabled = false)");
        enter(large, 20_000);
        each("analyze %s");
        enter(young, 3_000);
    }

    @AfterEach
    void countAgain() {
        each("delete from %s where tenant in ('" + large + "', '" + young + "')");
        each("alter table %1$s reset (autovacuum_enabled); analyze %1$s");
    }

    private void each(String sql) {
        TABLES.forEach(table -> database.administer(sql.formatted(table)));
    }

    private void enter(String tenant, int many) {
        database.administer(("set session_replication_role = replica;"
                        + " create temp table one on commit drop as select i, md5('%1$s' || i)::uuid as id,"
                        + " 'person' || i || '@web.example' as mail from generate_series(1, %2$d) i;"
                        + " insert into customer (tenant, customer_id, root_id, centre)"
                        + " select '%1$s', id, id, 'main' from one;"
                        + " insert into handle (tenant, kind, scope, value, centre, customer_id)"
                        + " select '%1$s', 'email', '', mail, 'main', id from one;"
                        + " insert into message (tenant, message_id, centre, conversation_id, direction, channel, account,"
                        + " handle, address_kind, address_scope, address, visibility, text, at)"
                        + " select '%1$s', id, 'main', id, 'IN', 'email', 'acme', mail, 'email', '', mail, 'PRIVATE',"
                        + " 'Hello', now() from one;"
                        + " insert into ledger_entry (tenant, message_id, centre, received_deadline)"
                        + " select '%1$s', id, 'main', now() + interval '1 hour' from one")
                .formatted(tenant, many));
    }

    @Test
    void whoWritesIsLookedUp_notSearchedForAmongAll() {
        // PostgreSQL tries five plans before it settles for one.
        for (int time = 1; time <= 10; time++) {
            assertThat(rowsReadFor(young)).as("the %d. time", time).isLessThan(ASKED * MOST_EACH);
            assertThat(rowsReadFor(large)).as("the %d. time", time).isLessThan(ASKED * MOST_EACH);
        }
    }

    private long rowsReadFor(String tenant) {
        List<Address> asked = IntStream.range(0, ASKED)
                .mapToObj(i -> Address.of("email", "acme", "person" + (100 + i) + "@web.example"))
                .toList();
        return database.in(
                tenant,
                session -> read(session)
                        .flatMap(before -> customers
                                .at(session, tenant, asked)
                                .invoke(found -> assertThat(found).hasSize(ASKED))
                                .chain(() -> read(session))
                                .map(after -> after - before)));
    }

    /** What this connection has read of the tables and not yet reported. */
    private static Uni<Long> read(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select cast(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as bigint)"
                                + " from pg_stat_xact_user_tables where relname in ('" + String.join("', '", TABLES)
                                + "')",
                        Long.class)
                .getSingleResult();
    }
}
