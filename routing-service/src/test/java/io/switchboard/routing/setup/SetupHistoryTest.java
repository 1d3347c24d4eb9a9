package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every version is kept, and each can be had again. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class SetupHistoryTest {
    @Inject
    Database database;

    private final Api api = Api.ofANewCentre();

    @BeforeEach
    void threeVersions() {
        database.awaitTables();
        api.putFirst(ASetup.ofNobody(31)).statusCode(200);
        api.put(ASetup.ofNobody(32), 1).statusCode(200);
        api.put(ASetup.ofNobody(33), 2).statusCode(200);
    }

    @Test
    void pagesGoFromTheNewestToTheFirst() {
        api.get("/versions?limit=2").body("versions.number", contains(3, 2)).body("next", equalTo(2));
        api.get("/versions?limit=2&before=2")
                .body("versions.number", contains(1))
                .body("next", nullValue());
        api.get("/versions?limit=3").body("versions.number", contains(3, 2, 1)).body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?before=0"})
    void aPageHasBounds(String query) {
        api.get("/versions" + query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aVersionIsShownWhole() {
        api.get("/versions/2")
                .statusCode(200)
                .body("version.number", equalTo(2))
                .body("version.changedBy", equalTo("sue"))
                .body("setup.offerTimeoutSeconds", equalTo(32))
                .body("setup.centre", equalTo(api.centre()));
        api.get("/versions/4").statusCode(404);
        api.get("/versions/x").statusCode(404);
    }

    @Test
    void anEarlierVersionIsInForceAgainInOneCall() {
        api.activate(1)
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("version.from", equalTo("rollback"))
                .body("version.comment", equalTo("as version 1"));
        api.get("").header("ETag", "\"4\"").body("offerTimeoutSeconds", equalTo(31));
        // History only grows: there is a way back from the way back.
        api.activate(3).statusCode(200).body("version.number", equalTo(5));
        api.get("").body("offerTimeoutSeconds", equalTo(33));
    }

    @Test
    void whatIsInForceNeedsNoNewVersion() {
        api.activate(3).statusCode(200).header("ETag", "\"3\"");
        api.get("/versions").body("versions.size()", equalTo(3));
    }

    @Test
    void whoSaysWhatIsInForceIsHeldToIt() {
        api.caller()
                .header("If-Match", "\"2\"")
                .post("/api/v1/setup/versions/1/activate")
                .then()
                .statusCode(412)
                .header("ETag", "\"3\"");
        api.caller()
                .header("If-Match", "\"3\"")
                .post("/api/v1/setup/versions/1/activate")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsUnsoundByNowDoesNotComeBack() throws SQLException {
        var once = SetupDocument.ofYaml(ASetup.of("acme", api.centre(), 30))
                .sound()
                .content();
        var unsound = new SetupContent(once.json().replace("\"capacity\":2", "\"capacity\":0"), once.hash());
        try (var transaction = database.begin("acme")) {
            Database.append(transaction, "acme", api.centre(), 4, unsound);
            transaction.commit();
        }
        api.put(ASetup.ofNobody(35), 4).statusCode(200);
        api.activate(4).statusCode(422).body("problems.size()", equalTo(5));
        api.get("").header("ETag", "\"5\"");
    }

    @Test
    void aVersionIsNeverChanged() throws SQLException {
        try (var transaction = database.begin("acme");
                var statement = transaction.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update setup_version set changed_by = 'nobody'"))
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void theDatabaseItselfKeepsTenantsApart() throws SQLException {
        try (var ours = database.begin("acme");
                var statement = ours.createStatement();
                var tenants = statement.executeQuery("select distinct tenant from setup_version")) {
            assertThat(tenants.next()).isTrue();
            assertThat(tenants.getString(1)).isEqualTo("acme");
            assertThat(tenants.next()).isFalse();
        }
        try (var nobody = database.connect();
                var statement = nobody.createStatement();
                var rows = statement.executeQuery("select count(*) from setup_version")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
        var content = SetupDocument.ofYaml(ASetup.SMALL).sound().content();
        try (var globex = database.begin("globex")) {
            assertThatThrownBy(() -> Database.append(globex, "acme", api.centre(), 9, content))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void everyTableWithATenantIsProtectedButThoseThatSayWhatIsDue() {
        // Ids, numbers and times: who works for every tenant must find what is due.
        assertThat(database.tablesOpenToEveryTenant()).containsExactlyInAnyOrder("setup_head", "subscription_duty");
        assertThat(database.policies()).isPositive();
        assertThat(database.tablesPlannedForOneTenant()).isEmpty();
    }
}
