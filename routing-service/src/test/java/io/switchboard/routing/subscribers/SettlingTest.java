package io.switchboard.routing.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of events that are not taken, and of claims that are lost. */
@QuarkusTest
class SettlingTest extends SendingScene {
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
}
