package io.switchboard.profile.messaging;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.insight.FiguresCounted;
import io.switchboard.contracts.insight.FiguresCounted.Group;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.insight.CountHours;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Contacts;
import io.switchboard.profile.support.Contacts.Past;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was counted is told to who listens. */
@ComponentTest
class CountedFiguresTest {
    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @Inject
    CountedFigures figures;

    @Inject
    CountHours hours;

    @Inject
    Contacts contacts;

    @Inject
    Broker broker;

    @Inject
    Database database;

    private final String tenant = aTenant();

    @BeforeEach
    void aCentreThatWasNeverToldOf() {
        execute("insert into centre (tenant, centre) values ('" + tenant + "', 'main')");
        tell(NINE.plusSeconds(1));
        assertThat(told()).isEmpty();
    }

    @Test
    void anHourIsToldAsTheDoorTellsIt() {
        UUID customer = contacts.customer(tenant);
        contact(customer, "email", NINE.plusSeconds(60), 600);
        contact(customer, "email", NINE.plusSeconds(120), 1200);
        contact(customer, "email", TEN, 5);
        tell(TEN.plus(Duration.ofMinutes(5)));
        assertThat(told()).hasSize(1);

        FiguresCounted counted = told().getFirst();
        assertThat(counted.from()).isEqualTo(NINE);
        assertThat(counted.until()).isEqualTo(TEN);
        assertThat(counted.centre()).isEqualTo("main");
        assertThat(counted.groups()).hasSize(1);
        Group group = counted.groups().getFirst();
        assertThat(group.channel()).isEqualTo("email");
        assertThat(group.queue()).isEqualTo("general");
        assertThat(group.contacts()).isEqualTo(2);
        given().header("Authorization", "Bearer " + Tokens.of("integration", tenant))
                .get("/api/v1/insight/figures?by=hour,channel,queue&from=2026-05-04")
                .then()
                .statusCode(200)
                .body("groups.contacts", contains(2, 1))
                .body("groups[0].firstResponseMedian", is((float)
                        group.firstResponse().median()));
        assertThat(group.firstResponse().median()).isEqualTo(900);
        assertThat(group.resolution()).isNull();
    }

    @Test
    void anHourIsToldThreeTimesAndEachTimeOnce() {
        UUID customer = contacts.customer(tenant);
        contact(customer, "email", NINE.plusSeconds(60), 600);
        Instant soon = TEN.plus(Duration.ofMinutes(5));
        tell(soon);
        tell(soon);
        assertThat(resolvedAtFirst()).containsExactly(1L);

        contact(customer, "x", NINE.plus(Duration.ofDays(2)), 600);
        tell(TEN.plus(Duration.ofDays(8)));
        tell(TEN.plus(Duration.ofDays(8)));
        assertThat(resolvedAtFirst())
                .as("soon, after a day, and when it is settled")
                .containsExactly(1L, 0L, 0L);
        assertThat(records())
                .extracting(record -> Broker.header(record, "ce_id"))
                .doesNotHaveDuplicates();
        assertThat(records())
                .allSatisfy(record -> assertThat(record.key()).isEqualTo(tenant + "/main"))
                .allSatisfy(
                        record -> assertThat(Broker.header(record, "ce_type")).isEqualTo(EventTypes.FIGURES_COUNTED));
    }

    @Test
    void whatWasMissedIsToldInOrder_emptyHoursToo() {
        contact(contacts.customer(tenant), "email", TEN.plusSeconds(60), 600);
        tell(NINE.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(5)));
        assertThat(told()).extracting(FiguresCounted::from).containsExactly(NINE, TEN, TEN.plus(Duration.ofHours(1)));
        assertThat(told()).extracting(counted -> counted.groups().size()).containsExactly(0, 1, 0);
    }

    @Test
    void toldAgainAfterACrashItIsTheSameNews() {
        Instant soon = TEN.plus(Duration.ofMinutes(5));
        tell(soon);
        // As if it had crashed before it could say that it had told.
        execute("update insight_told set until = '" + NINE + "' where round = 'SOON' and tenant = '" + tenant + "'");
        tell(soon);
        List<ConsumerRecord<String, byte[]>> records = records();
        assertThat(records).hasSize(2);
        assertThat(Broker.header(records.getLast(), "ce_id")).isEqualTo(Broker.header(records.getFirst(), "ce_id"));
    }

    @Test
    void anHourThatCanNotBeToldHoldsUpNoOtherCentre() {
        execute("insert into centre (tenant, centre) values ('" + tenant + "', 'annex')");
        Instant soon = TEN.plus(Duration.ofMinutes(5));
        tell(NINE.plusSeconds(1));
        List<String> heard = new ArrayList<>();
        done(() -> hours.due(tenant, soon, counted -> {
            heard.add(counted.of().centre());
            return counted.of().centre().equals("annex")
                    ? Uni.createFrom().failure(new IllegalStateException("nobody listens"))
                    : Uni.createFrom().voidItem();
        }));
        assertThat(heard).containsExactly("annex", "main");
        tell(soon);
        assertThat(told()).extracting(FiguresCounted::centre).containsExactly("annex");
    }

    private void tell(Instant now) {
        done(() -> figures.tell(tenant, now));
    }

    private List<Long> resolvedAtFirst() {
        return told().stream()
                .filter(counted -> counted.from().equals(NINE))
                .map(counted -> counted.groups().getFirst().resolvedAtFirst())
                .toList();
    }

    private List<FiguresCounted> told() {
        return records().stream()
                .map(record -> EventJson.read(record.value(), FiguresCounted.class))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return broker.all(Topics.INSIGHT_FIGURES, tenant);
    }

    private void contact(UUID customer, String channel, Instant arrived, int answeredAfter) {
        contacts.enter(
                tenant,
                customer,
                new Past(
                        channel,
                        UUID.randomUUID(),
                        "delivery",
                        arrived,
                        arrived.plusSeconds(answeredAfter),
                        null,
                        "general",
                        "amy"));
    }

    private void execute(String sql) {
        database.in(tenant, session -> session.createNativeQuery(sql).executeUpdate());
    }
}
