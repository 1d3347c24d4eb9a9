package io.switchboard.platform.parts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Creates databases and the roles that own them, where they are missing. */
final class PostgresRoles {
    /** Names go into statements that take no parameters, so only plain ones are let in. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    private PostgresRoles() {}

    /**
     * Creates what is missing of {@code databases}.
     *
     * @throws IllegalArgumentException for a name that is more than lower-case letters, digits and underscores
     */
    static void create(DataSource superuser, List<String> databases) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            for (String database : databases) {
                createOne(connection, database);
            }
        }
    }

    private static void createOne(Connection connection, String name) throws SQLException {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                statement.execute("CREATE ROLE " + name + " LOGIN NOSUPERUSER PASSWORD '" + name + "'");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
