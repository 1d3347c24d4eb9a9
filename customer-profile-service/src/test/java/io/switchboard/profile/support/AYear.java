package io.switchboard.profile.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

/**
 * A year of a contact centre in the database, for those who time it: {@code -Dpace.customers=200000
 * -Dpace.messages=1000000}. It takes minutes to enter: {@code -Dengine.postgres=/somewhere} keeps it from run to run.
 */
@ApplicationScoped
public class AYear {
    public static final String TENANT = "pace";
    public static final int CUSTOMERS = Integer.getInteger("pace.customers", 200_000);
    public static final int MESSAGES = Integer.getInteger("pace.messages", 0);

    private final Database database;
    private boolean entered;

    AYear(Database database) {
        this.database = database;
    }

    /** Enters it, when one was asked for and is not there yet. */
    public void enter() throws SQLException, IOException {
        if (MESSAGES == 0 || entered) {
            return;
        }
        entered = true;
        if (database.count("select count(*) from (select 1 from message where tenant = '" + TENANT + "' limit 1) one")
                > 0) {
            return;
        }
        long start = System.nanoTime();
        String sql;
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("/pace/story.sql"))) {
            sql = new String(script.readAllBytes(), UTF_8)
                    .replace(":customers", String.valueOf(CUSTOMERS))
                    .replace(":messages", String.valueOf(MESSAGES));
        }
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        System.out.printf(
                "PACE %d customers, %d messages entered in %d s%n",
                CUSTOMERS, MESSAGES, (System.nanoTime() - start) / 1_000_000_000);
    }

    /** Returns the mail address of one of the customers. */
    public static String address(int customer) {
        return "person" + customer + "@web" + customer % 50 + ".example";
    }
}
