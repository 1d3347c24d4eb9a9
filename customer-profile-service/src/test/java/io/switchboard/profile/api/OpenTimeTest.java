package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Setups.queue;
import static io.switchboard.profile.support.Setups.workdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.switchboard.contracts.routing.OpeningHours;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Contacts;
import io.switchboard.profile.support.Contacts.Past;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Setups;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Waiting told in the open time of queues, by the door: hours come from routing, contacts from the weekend. */
@ComponentTest
class OpenTimeTest {
    private static final Instant SPRING = Instant.parse("2026-02-01T00:00:00Z");
    /** A Friday, after hours in Berlin. */
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-05-08T18:00:00Z");
    /** A quarter past nine there, while hours begin at nine. */
    private static final Instant MONDAY_MORNING = Instant.parse("2026-05-11T07:15:00Z");

    private static final OpeningHours OFFICE = workdays("Europe/Berlin", "09:00-12:00", "13:00-17:00");
    private static final String FRIDAY = "from=2026-05-08&zone=Europe/Berlin";

    @Inject
    Broker broker;

    @Inject
    Contacts contacts;

    @Inject
    Database database;

    private final String tenant = aTenant();

    @Test
    void whoWritesOnFridayEveningAndIsAnsweredOnMondayMorningWaitedForMinutes() {
        broker.setUp(Setups.of(tenant, SPRING, queue("billing", OFFICE), queue("general", null)));
        contact("billing", FRIDAY_EVENING, MONDAY_MORNING, MONDAY_MORNING.plus(Duration.ofHours(5)));
        awaitOpenMedian(FRIDAY, 15 * 60);
        figures(FRIDAY)
                .body("groups.contacts", contains(1))
                .body("groups.arrivedClosed", contains(1))
                .body("groups.firstResponseMedian", contains(seconds(FRIDAY_EVENING, MONDAY_MORNING)))
                .body("groups.firstResponseOpenP90", contains(15 * 60.0))
                // Over lunch nobody works.
                .body("groups.resolutionOpenMedian", contains(15 * 60 + 4 * 3600.0))
                .body("groups.resolutionOpenP90", contains(15 * 60 + 4 * 3600.0));
        assertThat(as("supervisor")
                        .accept("text/csv")
                        .get("/api/v1/insight/figures?" + FRIDAY)
                        .asString()
                        .lines())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .contains(
                                        "contacts,arrivedClosed,settled,firstResponseMedian,firstResponseP90,firstResponseOpenMedian,"
                                                + "firstResponseOpenP90,resolutionMedian,resolutionP90,resolutionOpenMedian,"
                                                + "resolutionOpenP90,firstContacts"),
                        row -> assertThat(row).contains(",900.0,900.0,"));
        assertThat(as("supervisor")
                        .accept("application/x-ndjson")
                        .get("/api/v1/insight/figures?" + FRIDAY)
                        .asString())
                .contains("\"firstResponseOpenMedian\":900.0");
    }

    @Test
    void aQueueWithoutHoursIsAlwaysOpen() {
        broker.setUp(Setups.of(tenant, SPRING, queue("billing", OFFICE), queue("general", null)));
        for (String queue : new String[] {"billing", "general", "unheard-of", null}) {
            contact(queue, FRIDAY_EVENING, MONDAY_MORNING, null);
        }
        awaitOpenMedian(FRIDAY + "&by=queue", 15 * 60);
        double byTheClock = seconds(FRIDAY_EVENING, MONDAY_MORNING);
        figures(FRIDAY + "&by=queue")
                .body("groups.queue", contains("billing", "general", "unheard-of", null))
                .body("groups.firstResponseOpenMedian", contains(15 * 60.0, byTheClock, byTheClock, byTheClock))
                .body("groups.arrivedClosed", contains(1, 0, 0, 0))
                .body("groups[0].resolutionOpenMedian", nullValue());
    }

    @Test
    void theHoursOfAnotherCentreOrTenantAreNotOurs() {
        String theirs = aTenant();
        broker.setUp(Setups.of(theirs, SPRING, queue("general", OFFICE)));
        broker.setUp(Setups.of(tenant, "night", SPRING, queue("general", OFFICE)));
        broker.setUp(Setups.of(tenant, SPRING, queue("billing", OFFICE)));
        contact("billing", FRIDAY_EVENING, MONDAY_MORNING, null);
        contact("general", FRIDAY_EVENING, MONDAY_MORNING, null);
        await().until(() -> database.count(
                        "select count(*) from queue_hours where tenant in ('%s', '%s')".formatted(theirs, tenant))
                == 3);
        figures(FRIDAY + "&by=queue")
                .body("groups.firstResponseOpenMedian", contains(15 * 60.0, seconds(FRIDAY_EVENING, MONDAY_MORNING)));
    }

    @Test
    void aHolidayAndANightThatIsAnHourLonger() {
        OpeningHours hours = new OpeningHours(
                "Europe/Berlin",
                Map.of(
                        "saturday", List.of("22:00-24:00"),
                        "sunday", List.of("00:00-04:00"),
                        "monday", List.of("00:00-00:00")),
                Set.of("2026-10-26"));
        broker.setUp(Setups.of(tenant, SPRING, queue("night", hours), queue("week", hours)));
        // From 23:00 on Saturday until four, and at three it is two again; until midnight after the next Sunday.
        Instant saturday = Instant.parse("2026-10-24T21:00:00Z");
        contact("night", saturday, Instant.parse("2026-10-25T03:00:00Z"), null);
        contact("week", saturday, Instant.parse("2026-11-01T23:00:00Z"), null);
        awaitOpenMedian("from=2026-10-24&zone=Europe/Berlin&by=queue", 6 * 3600, 6 * 3600 + 6 * 3600);
    }

    @Test
    void whatIsAnsweredWhileTheQueueIsClosedTookNoOpenTime() {
        var mondays = new OpeningHours("Europe/Berlin", Map.of("monday", List.of("09:00-17:00")), Set.of());
        broker.setUp(Setups.of(tenant, SPRING, queue("billing", mondays)));
        contact("billing", FRIDAY_EVENING, FRIDAY_EVENING.plusSeconds(60), null);
        awaitOpenMedian(FRIDAY, 0);
        figures(FRIDAY).body("groups.arrivedClosed", contains(1)).body("groups.firstResponseMedian", contains(60.0));
    }

    @Test
    void otherHoursChangeNoFigureOfThePast() {
        broker.setUp(Setups.of(tenant, SPRING, queue("billing", OFFICE)));
        // Since Saturday always open; and what they say in summer is no news of May.
        broker.setUp(Setups.of(tenant, FRIDAY_EVENING.plus(Duration.ofHours(4)), queue("billing", null)));
        broker.setUp(Setups.of(tenant, SPRING.plus(Duration.ofDays(150)), queue("billing", OFFICE)));
        contact("billing", FRIDAY_EVENING.minus(Duration.ofDays(7)), MONDAY_MORNING.minus(Duration.ofDays(7)), null);
        contact("billing", FRIDAY_EVENING, MONDAY_MORNING, null);
        contact("billing", Instant.parse("2025-11-07T20:00:00Z"), Instant.parse("2025-11-10T08:30:00Z"), null);
        await().until(() ->
                database.count("select count(*) from queue_hours where tenant = '%s'".formatted(tenant)) == 3);
        awaitOpenMedian(
                "from=2026-05-01&to=2026-05-08&by=day&zone=Europe/Berlin",
                900,
                seconds(FRIDAY_EVENING, MONDAY_MORNING) - 4 * 3600);
        // What was before the first setup goes by that one.
        awaitOpenMedian("from=2025-11-07&zone=Europe/Berlin", 1800);
    }

    private void awaitOpenMedian(String query, double... expected) {
        await().untilAsserted(() -> {
            List<Double> medians = figures(query).extract().path("groups.firstResponseOpenMedian");
            for (int i = 0; i < expected.length; i++) {
                assertThat(medians.get(i)).isEqualTo(expected[i]);
            }
        });
    }

    private void contact(String queue, Instant arrived, Instant answered, Instant completed) {
        contacts.enter(
                tenant,
                contacts.customer(tenant),
                new Past("email", UUID.randomUUID(), "delivery", arrived, answered, completed, queue, "amy"));
    }

    private static double seconds(Instant since, Instant until) {
        return Duration.between(since, until).toSeconds();
    }

    private ValidatableResponse figures(String query) {
        return as("supervisor")
                .get("/api/v1/insight/figures?" + query)
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Berlin"));
    }

    private RequestSpecification as(String role) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .auth()
                .oauth2(Tokens.of(role, tenant));
    }
}
