package io.switchboard.routing.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.switchboard.kit.persistence.PrepareTables;
import io.switchboard.kit.persistence.Sql;
import io.switchboard.kit.persistence.TenantJdbc;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A centre, a subscriber, and two senders on a clock that the test can put forward. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
abstract class SendingScene {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    PrepareTables tables;

    @Inject
    TenantJdbc database;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Deliveries deliveries;

    @Inject
    Lines lines;

    @Inject
    Heads heads;

    @Inject
    Settling settling;

    @Inject
    Webhook webhook;

    @Inject
    SenderMetrics metrics;

    @Inject
    SecretSeal seal;

    @Inject
    Sweep sweep;

    @Inject
    Sender ofTheService;

    final MovableClock clock = new MovableClock();
    final Map<UUID, List<Long>> told = new HashMap<>();
    Centre centre;
    Subscriber subscriber;
    Subscriptions.Made made;
    List<Sender> senders = List.of();

    @BeforeEach
    void aSubscription() throws Exception {
        await().until(tables::done);
        ofTheService.stop();
        centre = new Centre(brokers);
        subscriber = new Subscriber();
        made = subscriptions
                .add(centre.supervisor(), subscriber.url(), List.of(), null, Instant.now())
                .orElseThrow();
    }

    @AfterEach
    void over() {
        subscriber.close();
        senders.forEach(Sender::stop);
        subscriptions.remove(centre.supervisor(), id());
        centre.close();
        ofTheService.start();
    }

    /** Cuts the service from its database, and lets it in again afterwards. */
    void whileTheDatabaseIsAway(Runnable something) throws Exception {
        administer("alter role routing connection limit 0");
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'routing'");
        try {
            something.run();
        } finally {
            administer("alter role routing connection limit -1");
        }
    }

    private void administer(String sql) throws SQLException {
        try (var admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    UUID id() {
        return made.subscription().id();
    }

    static Set<UUID> items(int many) {
        return new HashSet<>(Stream.generate(UUID::randomUUID).limit(many).toList());
    }

    /** Routing says so many things of each item, all mixed; returns when they are to be sent. */
    void tell(Set<UUID> items, int each) {
        for (int i = 0; i < each; i++) {
            items.forEach(item ->
                    told.computeIfAbsent(item, _ -> new java.util.ArrayList<>()).add(centre.tells(item)));
        }
        centre.written();
        long all = told.values().stream().mapToLong(List::size).sum();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from delivery where subscription = ?") == all);
    }

    void twoSenders() {
        senders = Stream.generate(() ->
                        new Sender(lines, heads, settling, webhook, metrics, seal, 16, Duration.ofMillis(20), clock))
                .limit(2)
                .toList();
        senders.forEach(Sender::start);
    }

    /** Lets time pass, and waits until what is due by then was tried. */
    void pass(Duration time) {
        untilAllIsQuiet();
        clock.forward(time);
        untilAllIsQuiet();
    }

    private void untilAllIsQuiet() {
        senders.forEach(Sender::lookNow);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> senders.stream().allMatch(sender -> sender.busy() == 0) && nothingIsDue());
    }

    private boolean nothingIsDue() {
        Instant now = clock.instant();
        return database.in(
                                "acme",
                                transaction -> Sql.first(transaction, """
                        select count(*) from delivery_line l join subscription_duty d on d.subscription = l.subscription
                        where l.subscription = ? and d.paused is null and case when d.down
                            then d.probe_at <= ? and (l.claim is null or l.next_try <= ?) else l.next_try <= ? end
                        """, row -> row.getLong(1), id(), now, now, now))
                        .orElseThrow()
                == 0;
    }

    void untilNothingWaits() {
        for (int i = 0; i < 60; i++) {
            pass(Duration.ofSeconds(15));
            if (count("select count(*) from delivery where subscription = ? and state = 'WAITING'") == 0) {
                return;
            }
        }
        throw new AssertionError("something waits for ever");
    }

    void assertThatAllCameOnceInOrder() {
        Map<String, List<Long>> expected = new HashMap<>();
        told.forEach((item, sequences) -> expected.put(item.toString(), sequences));
        assertThat(subscriber.sequencesBySubject()).isEqualTo(expected);
    }

    long count(String sql) {
        return database.in("acme", transaction -> Sql.first(transaction, sql, row -> row.getLong(1), id()))
                .orElseThrow();
    }
}
