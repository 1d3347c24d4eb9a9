package io.switchboard.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's database in its tests, beside the service: as a stranger with the service's role sees it, and as the
 * administrator, who sees every tenant and can do harm. What the database refuses is an {@link IllegalStateException}.
 */
public class ServiceDatabase {
    private static final String ADMINISTRATOR = "postgres";

    private final String url;
    private final String role;

    /**
     * Names a database.
     *
     * @param url how JDBC reaches it
     * @param role the service's role and its password, as {@link PostgresResource} makes them
     */
    protected ServiceDatabase(String url, String role) {
        this.url = url;
        this.role = role;
    }

    /** Returns a connection of the service's own role, without a tenant. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, role, role);
    }

    /** Returns a number, as one who sees every tenant. */
    public long count(String query) {
        return Long.parseLong(text(query));
    }

    /** Returns one value, as one who sees every tenant. */
    public String text(String query) {
        return asked(ADMINISTRATOR, query).getFirst();
    }

    /** Returns a number, as the service's role when it names no tenant. */
    public long countAsNobody(String query) {
        return Long.parseLong(asked(role, query).getFirst());
    }

    /** Returns the tables there are. */
    public List<String> tables() {
        return asked(ADMINISTRATOR, """
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname not like 'flyway%'
                """);
    }

    /** Returns the tables that have rows of tenants and show every tenant's to everybody. */
    public List<String> tablesOpenToEveryTenant() {
        return asked(ADMINISTRATOR, """
                select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'tenant'
                where relkind = 'r' and relnamespace = 'public'::regnamespace
                and not (relrowsecurity and relforcerowsecurity)
                """);
    }

    /** Returns how many policies keep tenants apart. */
    public long policies() {
        return count("select count(*) from pg_policies where policyname = 'own_tenant'");
    }

    /** Returns the tables whose policy tells the planner the tenant's name: it would plan for what it has counted of that one. */
    public List<String> tablesPlannedForOneTenant() {
        return asked(ADMINISTRATOR, """
                select tablename from pg_policies
                where policyname = 'own_tenant' and qual not like '%( SELECT current_setting(%'
                """);
    }

    /** Runs a statement as the administrator. */
    public void administer(String sql) {
        try (Connection admin = DriverManager.getConnection(url, ADMINISTRATOR, ADMINISTRATOR);
                var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Makes everybody wait who reads or writes a table, while something is done. */
    public void whileLocked(String table, Runnable done) {
        try (Connection admin = DriverManager.getConnection(url, ADMINISTRATOR, ADMINISTRATOR);
                var statement = admin.createStatement()) {
            admin.setAutoCommit(false);
            statement.execute("lock table " + table);
            done.run();
            admin.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Cuts every connection the service has. */
    public void cutConnections() {
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
    }

    /** Lets nobody in any more, and cuts those who are. */
    public void close() {
        administer("alter role " + role + " connection limit 0");
        cutConnections();
    }

    /** Lets the service in again. */
    public void open() {
        administer("alter role " + role + " connection limit -1");
    }

    private List<String> asked(String as, String query) {
        try (Connection connection = DriverManager.getConnection(url, as, as);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
