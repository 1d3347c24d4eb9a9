package io.switchboard.profile.tenancy;

import static io.switchboard.profile.support.Fixtures.NOON;
import static io.switchboard.profile.support.Fixtures.aCustomer;
import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.queued;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static io.switchboard.profile.support.Setups.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.vertx.VertxContextSupport;
import io.switchboard.contracts.message.Message;
import io.switchboard.profile.history.FollowWork;
import io.switchboard.profile.hours.FollowSetup;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Setups;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database itself keeps tenants apart, whatever a statement forgets. */
@ComponentTest
class RowLevelSecurityTest {
    @Inject
    Database database;

    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    FollowWork followWork;

    @Inject
    FollowSetup followSetup;

    private final String ours = aTenant();
    private final String theirs = aTenant();

    @BeforeEach
    void bothHaveACustomer() throws Throwable {
        for (String tenant : List.of(ours, theirs)) {
            Message message = aPrivateMessage(tenant);
            VertxContextSupport.subscribeAndAwait(() -> identifyMessages.take(understood(message)));
            VertxContextSupport.subscribeAndAwait(
                    () -> followWork.take(queued(message, 1, work(aCustomer(), message))));
            VertxContextSupport.subscribeAndAwait(
                    () -> followSetup.take(Setups.of(tenant, NOON, queue("general", null))));
            database.in(
                    tenant,
                    session -> session.createNativeQuery(
                                    "insert into note (tenant, note_id, centre, customer_id, author,"
                                            + " text, at) select tenant, gen_random_uuid(), centre, customer_id, 'amy', 'x', now()"
                                            + " from customer")
                            .executeUpdate());
        }
    }

    static List<String> tablesAndViews() {
        return List.of(
                "customer",
                "handle",
                "message",
                "ledger_entry",
                "work_item",
                "work_event",
                "note",
                "hours_told",
                "queue_hours",
                "contact",
                "incoming");
    }

    @ParameterizedTest
    @MethodSource("tablesAndViews")
    void aStatementWithoutWhereSeesOneTenantOnly(String table) {
        List<String> seen = database.in(
                ours,
                session -> session.createNativeQuery("select distinct tenant from " + table, String.class)
                        .getResultList());
        assertThat(seen).containsExactly(ours);
    }

    @ParameterizedTest
    @MethodSource("tablesAndViews")
    void withoutATenantNothingIsVisible(String table) throws SQLException {
        assertThat(count(table)).containsExactly(0L, 0L);
    }

    private List<Long> count(String table) throws SQLException {
        var counts = new ArrayList<Long>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String before : List.of("select 1", "select set_config('switchboard.tenant', '" + ours + "', true)")) {
                // Outside a transaction the setting is gone when the next statement runs.
                statement.execute(before);
                var result = statement.executeQuery("select count(*) from " + table);
                result.next();
                counts.add(result.getLong(1));
            }
        }
        return counts;
    }

    @Test
    void aRowOfAnotherTenantCanNotBeWritten() {
        assertThatThrownBy(() -> database.in(
                        ours,
                        session -> session.createNativeQuery(
                                        "insert into ledger_entry (tenant, centre, message_id, answered_by)"
                                                + " values (:t, 'main', gen_random_uuid(), gen_random_uuid())")
                                .setParameter("t", theirs)
                                .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theServicesRoleIsHeldToThePolicies() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var role = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            role.next();
            assertThat(role.getBoolean(1)).isFalse();
        }
    }

    @Test
    void everyTableWithATenantIsProtected() {
        assertThat(database.tablesOpenToEveryTenant()).containsExactly("centre");
    }

    /** A planner that knows the name plans for what it has counted of that tenant, which may be nothing yet (ADR 29). */
    @Test
    void noPolicyTellsThePlannerTheTenantsName() {
        assertThat(database.policies()).isPositive();
        assertThat(database.tablesPlannedForOneTenant()).isEmpty();
    }
}
