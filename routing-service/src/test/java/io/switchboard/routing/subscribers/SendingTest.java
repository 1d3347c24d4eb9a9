package io.switchboard.routing.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import io.switchboard.routing.tenancy.PrepareTables;
import io.switchboard.routing.tenancy.Sql;
import io.switchboard.routing.tenancy.TenantJdbc;
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
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From routing's events on Kafka to a subscriber, by two senders on a clock of the test's own. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
class SendingTest {
    private static final Logger LOG = Logger.getLogger(SendingTest.class);

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

    private final MovableClock clock = new MovableClock();
    private final Map<UUID, List<Long>> told = new HashMap<>();
    private Centre centre;
    private Subscriber subscriber;
    private Subscriptions.Made made;
    private List<Sender> senders = List.of();

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

    @Test
    void whoIsDownForAnHourGetsEveryEventOnceItIsBackInOrderPerItem() throws Exception {
        Set<UUID> items = items(40);
        subscriber.goAway();
        tell(items, 5);
        twoSenders();
        for (int minute = 0; minute < 60; minute++) {
            if (minute == 20) {
                subscriber.comeBack();
                subscriber.behave(_ -> 500);
            } else if (minute == 40) {
                assertThat(subscriber.mostAtATime()).isEqualTo(1);
                subscriber.behave(_ -> Subscriber.HANG);
                tell(items, 3);
            }
            pass(Duration.ofSeconds(30));
            pass(Duration.ofSeconds(30));
        }
        assertThat(subscriber.taken()).isEmpty();
        assertThat(count("select coalesce(sum(attempts), 0) from delivery where subscription = ?"))
                .as("it was asked now and then, and not for each of 40 items")
                .isBetween(8L, 25L);
        subscriber.behave(_ -> 204);
        untilNothingWaits();
        assertThatAllCameOnceInOrder();
        assertThat(subscriber.taken())
                .allMatch(request -> Signatures.verifies(made.secret().shown(), request));
    }

    @Test
    void twoSendersKeepTheOrderOfEachItemAndTheLimitOfTheSubscriber() throws Exception {
        subscriber.answersAfterUpTo(20);
        twoSenders();
        for (int round = 0; round < 5; round++) {
            tell(items(30), 6);
        }
        untilNothingWaits();
        assertThatAllCameOnceInOrder();
        assertThat(subscriber.hadTwoOfOneSubjectAtATime()).isFalse();
        assertThat(subscriber.mostAtATime()).isBetween(2, 4);
    }

    @Test
    void anEventComesTwiceOnlyWhenItsAnswerWasLostAndUnderTheSameId() throws Exception {
        UUID item = UUID.randomUUID();
        Set<String> lost = new HashSet<>();
        subscriber.behave(
                request -> request.sequence() % 3 == 0 && lost.add(request.id()) ? Subscriber.ANSWER_LOST : 204);
        twoSenders();
        tell(Set.of(item), 7);
        untilNothingWaits();
        assertThat(subscriber.sequencesBySubject().get(item.toString()))
                .containsExactly(1L, 2L, 3L, 3L, 4L, 5L, 6L, 6L, 7L);
        assertThat(subscriber.taken().stream().map(Subscriber.Request::id).distinct())
                .containsExactlyElementsOf(Stream.iterate(1L, n -> n + 1)
                        .limit(7)
                        .map(n -> centre.event(item, n).eventId().toString())
                        .toList());
    }

    @Test
    void anEventThatComesTwiceFromKafkaIsSentOnce() {
        UUID item = UUID.randomUUID();
        twoSenders();
        tell(Set.of(item), 3);
        for (long again = 1; again <= 3; again++) {
            centre.write(centre.event(item, again));
        }
        tell(Set.of(item), 1);
        untilNothingWaits();
        assertThatAllCameOnceInOrder();
    }

    @Test
    void oneEventThatIsRefusedHoldsUpItsOwnItemAndBecomesADeadLetterThatCanBeSentAgain() {
        UUID hated = UUID.randomUUID();
        Set<UUID> liked = items(5);
        subscriber.behave(request -> request.sequence() == 1 ? 422 : 204);
        twoSenders();
        tell(Set.of(hated), 3);
        tell(liked, 2);
        await().untilAsserted(() -> assertThat(subscriber.taken()).hasSize(10));
        pass(Duration.ofHours(71));
        pass(Duration.ofMinutes(30));
        assertThat(count("select count(*) from delivery where subscription = ? and state = 'DEAD'"))
                .as("it is tried for 72 hours")
                .isZero();
        pass(Duration.ofHours(1));
        untilNothingWaits();
        assertThat(subscriber.sequencesBySubject().get(hated.toString()))
                .as("the line moves on")
                .containsExactly(2L, 3L);
        assertThat(count("select count(*) from delivery where subscription = ? and state = 'DEAD' and status = 422"
                        + " and reason = 'refused'"))
                .isEqualTo(1);

        subscriber.behave(_ -> 204);
        assertThat(deliveries.again("acme", id(), 0, clock.instant())).isEqualTo(1);
        untilNothingWaits();
        assertThat(subscriber.sequencesBySubject().get(hated.toString())).containsExactly(2L, 3L, 1L);
    }

    @Test
    void aRefusedEventIsNotTriedAgainWithEverySuccessOfOthers() {
        subscriber.behave(request -> request.sequence() == 1 ? 422 : 204);
        twoSenders();
        tell(items(1), 1);
        for (int i = 0; i < 20; i++) {
            tell(items(1), 1);
            pass(Duration.ofMillis(100));
        }
        await().untilAsserted(() -> assertThat(subscriber.taken()).hasSize(20));
        assertThat(subscriber.all()).hasSizeLessThan(25);
    }

    @Test
    void whoIsGoneIsAskedNoMoreUntilTheSubscriptionIsResumed() {
        UUID item = UUID.randomUUID();
        subscriber.behave(_ -> 410);
        twoSenders();
        tell(Set.of(item), 2);
        await().until(() ->
                subscriptions.find(centre.supervisor(), id()).orElseThrow().paused() == Duties.Pause.GONE);
        tell(Set.of(item), 1);
        pass(Duration.ofHours(1));
        assertThat(subscriber.all()).hasSize(1);

        subscriber.behave(_ -> 200);
        subscriptions.change(
                centre.supervisor(), id(), transaction -> Duties.resume(transaction, id(), clock.instant()));
        untilNothingWaits();
        assertThatAllCameOnceInOrder();
    }

    @Test
    void whoDiedWithAClaimIsReplacedAndComesTooLate() {
        UUID item = UUID.randomUUID();
        tell(Set.of(item), 2);
        Claim claim = lines.claim(1, clock.instant()).getFirst();
        Head head = heads.of(claim, clock.instant()).orElseThrow();
        twoSenders();
        pass(Duration.ofSeconds(10));
        assertThat(subscriber.all()).as("it is claimed").isEmpty();
        pass(Duration.ofSeconds(13));
        untilNothingWaits();
        assertThatAllCameOnceInOrder();
        assertThat(settling.settle(claim, head, new Attempt.Refused(400), clock.instant()))
                .isInstanceOf(Settling.Outcome.Lost.class);
    }

    @Test
    void whoComesTooLateChangesNothingOfWhatAnotherHolds() {
        UUID item = UUID.randomUUID();
        tell(Set.of(item), 2);
        Claim late = lines.claim(1, clock.instant()).getFirst();
        Head head = heads.of(late, clock.instant()).orElseThrow();
        assertThat(lines.claim(1, clock.instant())).isEmpty();
        clock.forward(Duration.ofSeconds(23));
        Claim current = lines.claim(1, clock.instant()).getFirst();
        assertThat(settling.settle(late, head, new Attempt.Delivered(200), clock.instant()))
                .isInstanceOf(Settling.Outcome.Lost.class);
        assertThat(count("select count(*) from delivery where subscription = ? and state = 'WAITING'"))
                .isEqualTo(2);
        assertThat(heads.of(late, clock.instant())).isEmpty();
        var arrived =
                (Settling.Outcome.Arrived) settling.settle(current, head, new Attempt.Delivered(200), clock.instant());
        assertThat(arrived.next().orElseThrow().event().sequence()).isEqualTo(2);
    }

    @Test
    void eventsThatComeWhileTheDatabaseIsAwayAreSentLater() throws Exception {
        twoSenders();
        UUID item = UUID.randomUUID();
        tell(Set.of(item), 1);
        administer("alter role routing connection limit 0");
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'routing'");
        told.get(item).add(centre.tells(item));
        told.get(item).add(centre.tells(item));
        centre.written();
        Thread.sleep(3000);
        administer("alter role routing connection limit -1");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(subscriber.taken()).hasSize(3));
        assertThatAllCameOnceInOrder();
    }

    @Test
    void aBacklogIsSentInOneGo() {
        Set<UUID> items = items(100);
        long start = System.nanoTime();
        tell(items, 10);
        long written = System.nanoTime();
        twoSenders();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> subscriber.taken().size() == 1000);
        long sent = System.nanoTime();
        LOG.infof(
                "1000 events written down in %d ms, sent in %d ms by two senders, four at a time",
                (written - start) / 1_000_000, (sent - written) / 1_000_000);
        assertThatAllCameOnceInOrder();
    }

    @Test
    void whatWaitsTooLongForWhoIsAwayIsADeadLetterAndWhatIsSettledIsForgotten() {
        subscriber.goAway();
        tell(items(10), 2);
        twoSenders();
        pass(Duration.ofSeconds(1));
        pass(Duration.ofHours(71));
        sweep.sweep(clock.instant());
        assertThat(count("select count(*) from delivery where subscription = ? and state = 'DEAD'"))
                .isZero();
        pass(Duration.ofHours(2));
        sweep.sweep(clock.instant());
        assertThat(count("select count(*) from delivery where subscription = ? and state = 'DEAD'"))
                .isEqualTo(20);
        sweep.sweep(clock.instant().plus(Duration.ofDays(29)));
        assertThat(count("select count(*) from delivery where subscription = ?"))
                .isEqualTo(20);
        sweep.sweep(clock.instant().plus(Duration.ofDays(31)));
        assertThat(count("select count(*) from delivery where subscription = ?"))
                .isZero();
    }

    private void administer(String sql) throws SQLException {
        try (var admin = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private UUID id() {
        return made.subscription().id();
    }

    private static Set<UUID> items(int many) {
        return new HashSet<>(Stream.generate(UUID::randomUUID).limit(many).toList());
    }

    /** Routing says so many things of each item, all mixed; returns when they are to be sent. */
    private void tell(Set<UUID> items, int each) {
        for (int i = 0; i < each; i++) {
            items.forEach(item ->
                    told.computeIfAbsent(item, _ -> new java.util.ArrayList<>()).add(centre.tells(item)));
        }
        centre.written();
        long all = told.values().stream().mapToLong(List::size).sum();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from delivery where subscription = ?") == all);
    }

    private void twoSenders() {
        senders = Stream.generate(() ->
                        new Sender(lines, heads, settling, webhook, metrics, seal, 16, Duration.ofMillis(20), clock))
                .limit(2)
                .toList();
        senders.forEach(Sender::start);
    }

    /** Lets time pass, and waits until what is due by then was tried. */
    private void pass(Duration time) {
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

    private void untilNothingWaits() {
        for (int i = 0; i < 60; i++) {
            pass(Duration.ofSeconds(15));
            if (count("select count(*) from delivery where subscription = ? and state = 'WAITING'") == 0) {
                return;
            }
        }
        throw new AssertionError("something waits for ever");
    }

    private void assertThatAllCameOnceInOrder() {
        Map<String, List<Long>> expected = new HashMap<>();
        told.forEach((item, sequences) -> expected.put(item.toString(), sequences));
        assertThat(subscriber.sequencesBySubject()).isEqualTo(expected);
    }

    private long count(String sql) {
        return database.in("acme", transaction -> Sql.first(transaction, sql, row -> row.getLong(1), id()))
                .orElseThrow();
    }
}
