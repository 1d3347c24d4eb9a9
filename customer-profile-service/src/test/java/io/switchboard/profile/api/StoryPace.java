package io.switchboard.profile.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.switchboard.profile.support.AYear;
import io.switchboard.profile.support.AtItsOwnPace;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast stories, search and insight are over a year of a contact centre; not a test that fails. It takes ten minutes, so
 * it wants to be asked: {@code -Dtest=StoryPace -Dpace.customers=200000 -Dpace.messages=1000000}.
 */
@ComponentTest
@TestProfile(AtItsOwnPace.class)
@EnabledIfSystemProperty(named = "pace.messages", matches = "\\d+")
class StoryPace {
    @Inject
    Database database;

    @Inject
    AYear year;

    @TestHTTPResource
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void asFastAsItCan() throws Exception {
        year.enter();
        List<String> customers = column("select customer_id from customer order by md5(customer_id::text) limit 1000");
        List<String> busiest =
                column("select customer_id from handle where value in (select address from message group by 1"
                        + " order by count(*) desc limit 20)");
        List<String> common =
                column("select split_part(text, ' ', 1) from message where text like '% DE-%7' limit 500");
        List<String> rare = column("select 'DE-' || i * 1987 from generate_series(1, 500) i");
        time("timeline, first page", 1000, i -> "customers/" + customers.get(i % customers.size()) + "/timeline");
        time(
                "timeline of the busiest",
                200,
                i -> "customers/" + busiest.get(i % busiest.size()) + "/timeline?limit=200");
        time("journeys", 500, i -> "customers/" + customers.get(i % customers.size()) + "/journeys");
        time("search, one word", 500, i -> "search?q=" + encoded(common.get(i % common.size())));
        time(
                "search, two words",
                500,
                i -> "search?q=" + encoded(common.get(i % common.size()) + " " + common.get((i + 1) % common.size())));
        time(
                "search, an order number of any time",
                500,
                i -> "search?since=2020-01-01T00:00:00Z&q=" + encoded(rare.get(i % rare.size())));
        time(
                "search, two words of any time",
                500,
                i -> "search?since=2020-01-01T00:00:00Z&q="
                        + encoded(common.get(i % common.size()) + " " + common.get((i + 7) % common.size())));
        time(
                "search, a name",
                200,
                i -> "search?q="
                        + encoded(List.of("Meier", "Schmitt", "Greta Ba", "person12345")
                                .get(i % 4)));
        String day = "from=2026-05-1%d&zone=Europe/Berlin";
        time("figures of a day by hour", 20, i -> "insight/figures?by=hour&" + day.formatted(i % 10));
        time("figures of a day by agent", 20, i -> "insight/figures?by=agent&" + day.formatted(i % 10));
        time("journeys of a day", 20, i -> "insight/journeys?" + day.formatted(i % 10));
        time(
                "figures of a month by day",
                5,
                i -> "insight/figures?by=day&from=2026-0%d-01&to=2026-0%<d-28".formatted(i + 1));
        time("figures of a quarter by channel", 2, i -> "insight/figures?by=channel&from=2026-07-01&to=2026-09-30");
    }

    private List<String> column(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('switchboard.tenant', 'pace', false)");
            var rows = statement.executeQuery(sql);
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void time(String what, int many, IntFunction<String> path) throws IOException, InterruptedException {
        String token = Tokens.of("supervisor", "pace", Duration.ofHours(1));
        long[] taken = new long[many];
        int failed = 0;
        for (int i = -Math.min(many, 50); i < many; i++) {
            var request = HttpRequest.newBuilder(service.resolve("/api/v1/" + path.apply(Math.abs(i))))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long start = System.nanoTime();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            if (i >= 0) {
                taken[i] = System.nanoTime() - start;
                failed += status == 200 ? 0 : 1;
            }
        }
        Arrays.sort(taken);
        System.out.printf(
                "PACE %s: p50 %.1f, p99 %.1f, max %.1f ms of %d; %d failed%n",
                what, taken[many / 2] / 1e6, taken[many * 99 / 100] / 1e6, taken[many - 1] / 1e6, many, failed);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
