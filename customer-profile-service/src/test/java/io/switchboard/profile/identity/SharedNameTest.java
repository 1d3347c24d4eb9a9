package io.switchboard.profile.identity;

import static io.switchboard.profile.support.Fixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** A name that very many have is looked up as fast as one that few have. */
@ComponentTest
class SharedNameTest {
    @Inject
    Database database;

    @Test
    void notAllWhoHaveItAreGathered() throws SQLException {
        database.administer("""
                insert into customer (tenant, customer_id, root_id, centre, name, name_key)
                select '%s', id, id, 'main', name, name
                from (select gen_random_uuid() as id, 'guest' || i %% 4 as name from generate_series(1, 40000) i) met;
                analyze customer
                """.formatted(aTenant()));

        assertThat(planForAnybody())
                .contains("Index Scan using customer_by_name_key")
                .doesNotContain("Bitmap");
    }

    /** The service keeps its plans, and these know no parameter yet. */
    private String planForAnybody() throws SQLException {
        String lookup = SuggestionSql.ALIKE
                .replace(":tenant", "$1")
                .replace(":ids", "$2")
                .replace(":limit", "$3");
        var plan = new StringJoiner("\n");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(SuggestionSql.BY_INDEX);
            // As if they were millions, all over the table.
            statement.execute("set local random_page_cost = 100");
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare lookup (text, text, bigint) as " + lookup);
            try (var lines = statement.executeQuery("explain execute lookup ('', '{}', 1)")) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
        }
        return plan.toString();
    }
}
