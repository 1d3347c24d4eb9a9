package io.switchboard.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into the database of customer-profile-service as its administrator, past the row-level security. */
record Ledger(int postgresPort) {

    /** Returns how many messages of Acme an agent holds and has not begun to answer. */
    long heldUnanswered() {
        return number(
                "select count(*) from ledger_entry where tenant = 'acme' and state = 'ASSIGNED' and reply_id is null");
    }

    private long number(String query) {
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger can't be read", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/profile", "postgres", "postgres");
    }

    /** Returns the state of every message of Acme by the provider's id of it; a message in two states fails. */
    Map<String, List<String>> statesByProviderId() {
        String query =
                "select m.provider_message_id, l.state from message m left join ledger_entry l using (tenant, message_id)"
                        + " where m.tenant = 'acme' and m.direction = 'IN'";
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Map<String, List<String>> states = new HashMap<>();
            while (rows.next()) {
                states.computeIfAbsent(rows.getString(1), unused -> new java.util.ArrayList<>())
                        .add(String.valueOf(rows.getString(2)));
            }
            return states;
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger can't be read", e);
        }
    }

    /** Returns how many messages are in each state. */
    static Map<String, Long> count(Map<String, List<String>> states) {
        Map<String, Long> counts = new TreeMap<>();
        states.values().forEach(list -> list.forEach(state -> counts.merge(state, 1L, Long::sum)));
        return counts;
    }
}
