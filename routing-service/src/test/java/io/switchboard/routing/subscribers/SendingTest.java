package io.switchboard.routing.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Every event, in order, whatever happens to the subscriber and to us. */
@QuarkusTest
class SendingTest extends SendingScene {
    private static final Logger LOG = Logger.getLogger(SendingTest.class);

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
        long asked = count("select coalesce(sum(attempts), 0) from delivery where subscription = ?");
        assertThat(asked)
                .as("it was asked now and then, and not for each of 40 items")
                .isBetween(8L, 25L);

        subscriber.behave(_ -> 204);
        untilNothingWaits();
        LOG.infof(
                "down for an hour with 40 items: asked %d times, then sent %d events",
                asked, subscriber.taken().size());
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
    void eventsThatComeWhileTheDatabaseIsAwayAreSentLater() throws Exception {
        twoSenders();
        UUID item = UUID.randomUUID();
        tell(Set.of(item), 1);
        whileTheDatabaseIsAway(() -> {
            told.get(item).add(centre.tells(item));
            told.get(item).add(centre.tells(item));
            centre.written();
            await().during(Duration.ofSeconds(2)).until(() -> subscriber.taken().size() <= 1);
        });
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
}
