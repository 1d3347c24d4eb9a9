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
    /** Root, members and handles of a customer are a handful of rows. */
    private static final long MOST_EACH = 20;

    @Inject
    Database database;

    @Inject
    CustomerStore customers;

    private final String large = aTenant();
    private final String young = aTenant();

    @BeforeEach
    void aLargeTenantWasCountedAndAYoungOneWasNot() {
        database.administer("alter table customer set (autovacuum_enabled = false);"
                + " alter table handle set (autovacuum_enabled = false)");
        enter(large, 20_000);
        database.administer("analyze customer, handle");
        enter(young, 3_000);
    }

    @AfterEach
    void countAgain() {
        database.administer("delete from handle where tenant in ('" + large + "', '" + young + "');"
                + " delete from customer where tenant in ('" + large + "', '" + young + "');"
                + " alter table customer reset (autovacuum_enabled); alter table handle reset (autovacuum_enabled);"
                + " analyze customer, handle");
    }

    private void enter(String tenant, int many) {
        database.administer("set session_replication_role = replica;"
                + " insert into customer (tenant, customer_id, root_id, centre) select '" + tenant + "', id, id, 'main'"
                + " from (select md5('" + tenant + "' || i)::uuid as id from generate_series(1, " + many + ") i) one;"
                + " insert into handle (tenant, kind, scope, value, centre, customer_id) select '" + tenant
                + "', 'email', '', 'person' || i || '@web.example', 'main', md5('" + tenant + "' || i)::uuid"
                + " from generate_series(1, " + many + ") i");
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

    /** What this connection has read of both tables and not yet reported. */
    private static Uni<Long> read(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select cast(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as bigint)"
                                + " from pg_stat_xact_user_tables where relname in ('customer', 'handle')",
                        Long.class)
                .getSingleResult();
    }
}
