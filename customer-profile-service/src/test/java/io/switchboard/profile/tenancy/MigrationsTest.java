package io.switchboard.profile.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What there is survives a new version of the service. Migrations run as the tables' owner, whom row-level security keeps from
 * every tenant's rows: one that forgets it changes nothing.
 */
@ComponentTest
class MigrationsTest {
    private static final String NAME = "profile_of_before";

    @Inject
    Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    void aDatabase() {
        database.administer("create database " + NAME + " owner profile");
    }

    @AfterEach
    void isDropped() {
        database.administer("drop database " + NAME + " with (force)");
    }

    private String address() {
        return url.substring(0, url.lastIndexOf('/') + 1) + NAME;
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(address(), "profile", "profile")
                .target(target)
                .load()
                .migrate();
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void rowsOfTheFirstVersionAreThereAndWholeInTheLast() throws SQLException {
        migrate("1");
        try (Connection old = DriverManager.getConnection(address(), "profile", "profile")) {
            run(old, "select set_config('switchboard.tenant', 'acme', false)", """
                    insert into customer (tenant, customer_id, centre, name, first_message_id) values
                        ('acme', '00000000-0000-0000-0000-000000000001', 'main', ' Sam  Smith ',
                        '00000000-0000-0000-0000-000000000002')
                    """, """
                    insert into handle (tenant, kind, scope, value, centre, customer_id, name) values
                        ('acme', 'email', '', 'sam.smith@customer.example', 'main',
                        '00000000-0000-0000-0000-000000000001', 'Sam')
                    """, """
                    insert into message (tenant, message_id, centre, conversation_id, direction, channel, account, handle,
                        address_kind, address_scope, address, visibility, text, attachments, at) values
                        ('acme', '00000000-0000-0000-0000-000000000002', 'main', '00000000-0000-0000-0000-000000000003', 'IN',
                        'email', 'support@acme.example', 'sam.smith@customer.example', 'email', '',
                        'sam.smith@customer.example', 'PRIVATE', 'Where is my parcel?',
                        '[{"name":"slip.png","contentType":"image/png","size":1,"reference":"a/b"}]', '2026-01-02T03:04:05Z')
                    """, """
                    insert into ledger_entry (tenant, message_id, centre, received_deadline) values
                        ('acme', '00000000-0000-0000-0000-000000000002', 'main', '2026-01-02T04:04:05Z')
                    """);
        }

        migrate("latest");
        try (Connection now = DriverManager.getConnection(address(), "profile", "profile")) {
            run(now, "select set_config('switchboard.tenant', 'acme', false)");
            assertThat(text(now, "select root_id = customer_id from customer")).isEqualTo("t");
            assertThat(text(now, "select name_key from customer")).isEqualTo("sam smith");
            assertThat(text(now, "select first_contact_at = '2026-01-02T03:04:05Z' from customer"))
                    .isEqualTo("t");
            assertThat(text(now, "select local_key from handle")).isEqualTo("samsmith");
            assertThat(text(now, "select text from message")).isEqualTo("Where is my parcel?");
            assertThat(text(now, "select set_config('switchboard.query', 'parcel', false)"))
                    .isNotNull();
            assertThat(text(now, "select count(*) from searchable_text")).isEqualTo("1");
            assertThat(text(now, "select set_config('switchboard.query', 'slip', false)"))
                    .isNotNull();
            assertThat(text(now, "select count(*) from searchable_text")).isEqualTo("1");
            assertThat(text(now, "select set_config('switchboard.name', 'smith', false)"))
                    .isNotNull();
            assertThat(text(now, "select count(*) from searchable_name")).isEqualTo("2");
            assertThat(text(now, "select deadline = '2026-01-02T04:04:05Z' from ledger_entry"))
                    .isEqualTo("t");
        }
    }
}
