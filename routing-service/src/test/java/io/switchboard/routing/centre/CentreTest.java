package io.switchboard.routing.centre;

import static io.switchboard.routing.centre.Fixtures.agent;
import static io.switchboard.routing.centre.Fixtures.general;
import static io.switchboard.routing.centre.Fixtures.id;
import static io.switchboard.routing.centre.Fixtures.message;
import static io.switchboard.routing.centre.Fixtures.queue;
import static io.switchboard.routing.centre.Fixtures.setup;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.TransferTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CentreTest {
    private static final List<RoutingSetup.Queue> QUEUES = List.of(queue("billing", Map.of("billing", 2)), general());

    private static RoutingSetup annaAndBen() {
        return setup(
                "1",
                QUEUES,
                agent("anna", 2, "billing", 5, "language:de", 4),
                agent("ben", 2, "billing", 2, "language:de", 5, "language:en", 5));
    }

    @Test
    void isNotCompletedWhenTheCustomerHasWrittenSinceTheAgentLooked() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        floor.gets(message("m2").in("of m1"));
        UUID work = floor.work("m1");
        assertThat(floor.completesHavingSeen("anna", work, id("m1"))).containsExactly("refused: customer-wrote-again");
        assertThat(floor.completesHavingSeen("anna", work, id("m2"))).containsExactly("completed by anna, messages 2");
    }

    @Test
    void aMessageIsQueuedAndOfferedAtOnceToAnAvailableAgentWithTheSkills() {
        var floor = new Floor(annaAndBen());
        floor.available("ben");
        assertThat(floor.gets(message("m1"))).containsExactly("queued in billing", "offered to ben");
        assertThat(floor.offered().explanation().reasons())
                .containsExactly("billing: asks for all its skills", "1 of 2 with the skills could take it");
    }

    @Test
    void aFreedAgentGetsWhatWaitsForThem() {
        var floor = new Floor(annaAndBen());
        floor.gets(message("m1"));
        assertThat(floor.available("anna")).containsExactly("anna is AVAILABLE", "offered to anna");
    }

    @Test
    void theMoreProficientIsPreferredAndTheReasonSaysSo() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.available("ben");
        floor.gets(message("m1"));
        assertThat(floor.offered().agent()).isEqualTo("anna");
        assertThat(floor.offered().explanation().candidates()).isEqualTo(2);
        assertThat(floor.offered().explanation().setupVersion()).isEqualTo("1");
        assertThat(floor.offered().explanation().reasons())
                .containsExactly(
                        "billing: asks for all its skills",
                        "2 of 2 with the skills could take it",
                        "last-agent: 2 left",
                        "proficiency: 1 left",
                        "anna before ben by proficiency");
        assertThat(floor.offered().explanation().runnerUp()).isEqualTo("ben");
        assertThat(floor.offered().explanation().decidedBy()).isEqualTo("proficiency");
    }

    @Test
    void theAgentWhoKnowsTheCustomerComesBeforeTheBetterOne() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.available("ben");
        assertThat(floor.gets(message("m1").servedBy("ben"))).containsExactly("queued in billing", "offered to ben");
    }

    @Test
    void amongEqualsTheLeastLoadedThenTheLongestIdleIsFirst() {
        var floor = new Floor(setup("1", List.of(general()), agent("anna", 4), agent("ben", 4)));
        floor.available("ben");
        floor.later(Duration.ofSeconds(1)).available("anna");
        assertThat(floor.gets(message("m1"))).containsExactly("queued in general", "offered to ben");
        assertThat(floor.gets(message("m2"))).containsExactly("queued in general", "offered to anna");
    }

    @Test
    void nobodyIsOfferedMoreThanTheirCapacityAcrossChannels() {
        var floor = new Floor(setup("1", List.of(general()), agent("anna", 3)));
        floor.available("anna");
        assertThat(floor.gets(message("chat").by("webchat"))).contains("offered to anna");
        assertThat(floor.gets(message("chat 2").by("webchat"))).containsExactly("queued in general");
        assertThat(floor.gets(message("mail").by("email"))).containsExactly("queued in general", "offered to anna");
        assertThat(floor.gets(message("mail 2").by("email"))).containsExactly("queued in general");
    }

    @Test
    void aSecondMessageOfTheConversationJoinsTheWorkWhereverItIs() {
        var floor = new Floor(annaAndBen());
        floor.gets(message("m1").in("talk"));
        assertThat(floor.gets(message("m2").in("talk"))).containsExactly("message added, agent null");
        floor.available("anna");
        assertThat(floor.gets(message("m3").in("talk"))).containsExactly("message added, agent anna");
        assertThat(floor.gets(message("m3").in("talk"))).isEmpty();
    }

    @Test
    void aRedeliveredMessageIsTheSameMessageEvenAfterTheWorkIsDone() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        assertThat(floor.completes("anna", floor.work("m1"))).containsExactly("completed by anna, messages 1");
        assertThat(floor.gets(message("m1"))).isEmpty();
    }

    @Test
    void aDeclinedOfferGoesToTheNextAndComesBackAfterAPauseWhenThereIsNobodyElse() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        assertThat(floor.declines("anna", floor.offer())).containsExactly("declined by anna");
        assertThat(floor.later(Duration.ofSeconds(59)).ticks()).isEmpty();
        assertThat(floor.later(Duration.ofSeconds(1)).ticks()).containsExactly("offered to anna");
        UUID second = floor.offer();
        floor.available("ben");
        assertThat(floor.declines("anna", second)).containsExactly("declined by anna", "offered to ben");
    }

    @Test
    void anOfferNobodyAnswersExpiresAndTooManyTakeTheAgentOut() {
        var floor = new Floor(setup("1", List.of(general()), agent("anna", 3)));
        floor.available("anna");
        floor.gets(message("m1"));
        floor.gets(message("m2"));
        floor.gets(message("m3"));
        assertThat(floor.later(Duration.ofSeconds(29)).ticks()).isEmpty();
        assertThat(floor.later(Duration.ofSeconds(1)).ticks())
                .containsExactly(
                        "expired with anna", "expired with anna", "expired with anna", "anna is NOT_RESPONDING");
        assertThat(floor.later(Duration.ofMinutes(5)).ticks()).isEmpty();
        assertThat(floor.available("anna"))
                .containsExactly("anna is AVAILABLE", "offered to anna", "offered to anna", "offered to anna");
    }

    @Test
    void anAnswerThatComesTooLateIsRefusedWhetherTheTimerRangOrNot() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        UUID offer = floor.offer();
        assertThat(floor.later(Duration.ofSeconds(30)).accepts("anna", offer))
                .containsExactly("expired with anna", "refused: unknown-offer");
    }

    @Test
    void whoGoesAwayLosesOffersAndKeepsWhatTheyHold() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        floor.gets(message("m2"));
        floor.available("ben");
        assertThat(floor.presence("anna", Presence.AWAY))
                .containsExactly("anna is AWAY", "withdrawn from anna: agent-away", "offered to ben");
        assertThat(floor.completes("anna", floor.work("m1"))).containsExactly("completed by anna, messages 1");
    }

    @Test
    void heldWorkOfSomeoneGoneForTenMinutesGoesToOthers() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        floor.presence("anna", Presence.OFFLINE);
        floor.available("ben");
        assertThat(floor.later(Duration.ofSeconds(599)).ticks()).isEmpty();
        assertThat(floor.later(Duration.ofSeconds(1)).ticks())
                .containsExactly("released by anna: agent-gone", "offered to ben");
    }

    @Test
    void releasedWorkWaitsUnderItsOldKeyAndGoesToSomebodyElse() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("old"));
        floor.accepts("anna", floor.offer());
        floor.later(Duration.ofMinutes(1)).gets(message("young 1").by("webchat"));
        assertThat(floor.releases("anna", floor.work("old")))
                .containsExactly("released by anna: lunch", "offered to anna");
        assertThat(floor.offered().workItem().workItemId()).isEqualTo(floor.work("young 1"));
        assertThat(floor.available("ben")).containsExactly("ben is AVAILABLE", "offered to ben");
        assertThat(floor.offered().workItem().workItemId()).isEqualTo(floor.work("old"));
    }

    @Test
    void importantWorkOvertakesButOnlyWhatIsLessThanTenMinutesOlder() {
        var floor = new Floor(setup("1", List.of(general()), agent("anna", 1)));
        floor.gets(message("oldest"));
        floor.later(Duration.ofMinutes(11)).gets(message("older"));
        floor.later(Duration.ofMinutes(1))
                .gets(message("burning").urgency(1).polarity(-1).vip());
        assertThat(floor.available("anna")).contains("offered to anna");
        assertThat(floor.offered().workItem().workItemId()).isEqualTo(floor.work("oldest"));
        floor.accepts("anna", floor.offer());
        floor.completes("anna", floor.work("oldest"));
        assertThat(floor.offered().workItem().workItemId()).isEqualTo(floor.work("burning"));
        assertThat(floor.offered().workItem().priority()).isEqualTo(90);
    }

    @Test
    void aLanguageNobodyOfTheSkillsSpeaksIsNotAskedFor() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        assertThat(floor.gets(message("m1").speaking("en"))).containsExactly("queued in billing");
        assertThat(floor.gets(message("m2").speaking("pl"))).containsExactly("queued in billing", "offered to anna");
    }

    @Test
    void onlyTheAgentConcernedMayAct() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        UUID offer = floor.offer();
        assertThat(floor.accepts("ben", offer)).containsExactly("refused: offer-not-yours");
        assertThat(floor.accepts("mallory", offer)).containsExactly("refused: unknown-agent");
        assertThat(floor.accepts("anna", id("no offer"))).containsExactly("refused: unknown-offer");
        assertThat(floor.completes("anna", floor.work("m1"))).containsExactly("refused: not-your-work-item");
        floor.accepts("anna", offer);
        assertThat(floor.accepts("anna", offer)).containsExactly("refused: unknown-offer");
        assertThat(floor.releases("ben", floor.work("m1"))).containsExactly("refused: not-your-work-item");
        assertThat(floor.completes("ben", id("no work"))).containsExactly("refused: unknown-work-item");
        assertThat(floor.presence("anna", Presence.AVAILABLE)).containsExactly("refused: presence-unchanged");
        assertThat(floor.presence("anna", Presence.NOT_RESPONDING)).containsExactly("refused: presence-not-allowed");
    }

    @Test
    void theSameCommandTwiceIsOneCommand() {
        var floor = new Floor(annaAndBen());
        var command =
                new RoutingCommand.SetPresence(id("once"), "acme", "main", "anna", floor.now, Presence.AVAILABLE, null);
        assertThat(floor.gets(command)).containsExactly("anna is AVAILABLE");
        assertThat(floor.gets(command)).containsExactly("refused: duplicate-command");
    }

    @Test
    void whatComesBeforeTheSetupWaitsUnsortedUntilItComes() {
        var floor = new Floor();
        assertThat(floor.gets(message("m1"))).containsExactly("queued in unsorted");
        assertThat(floor.gets(annaAndBen())).containsExactly("setup 1", "queued in billing");
        assertThat(floor.gets(annaAndBen())).isEmpty();
        assertThat(floor.available("anna")).contains("offered to anna");
    }

    @Test
    void theWorkOfARemovedAgentGoesToOthers() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        floor.gets(message("m2"));
        floor.available("ben");
        var withoutAnna = setup("2", QUEUES, agent("ben", 1, "billing", 2, "language:de", 1));
        assertThat(floor.gets(withoutAnna))
                .containsExactly(
                        "setup 2",
                        "anna is OFFLINE",
                        "withdrawn from anna: agent-removed",
                        "released by anna: agent-removed",
                        "offered to ben");
        assertThat(floor.offered().workItem().workItemId()).isEqualTo(floor.work("m1"));
    }

    @Test
    void lateWorkIsToldOfOnceAtEachLevel() {
        var floor = new Floor(annaAndBen());
        floor.gets(message("m1"));
        floor.later(Duration.ofSeconds(48)).ticks();
        assertThat(floor.last).extracting(Floor::told).containsExactly("late: WARNED");
        floor.later(Duration.ofSeconds(12)).ticks();
        assertThat(floor.last).extracting(Floor::told).containsExactly("late: BREACHED");
        floor.later(Duration.ofHours(1)).ticks();
        assertThat(floor.last).isEmpty();
    }

    @Test
    void aQuestionAboutHeldWorkIsWorkOfItsOwnAndLeavesTheConversationWhereItIs() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        floor.available("ben");
        assertThat(floor.consults("anna", floor.work("m1"), new TransferTarget("ben", null, null)))
                .containsExactly("queued in billing", "offered to ben");
        assertThat(floor.offered().workItem().messageIds()).isEmpty();
        assertThat(floor.offered().workItem().conversationId()).isEqualTo(id("of m1"));
        assertThat(floor.gets(message("m2").in("of m1"))).containsExactly("message added, agent anna");
        assertThat(floor.completes("anna", floor.work("m1")))
                .containsExactly(
                        "completed by anna, messages 2", "withdrawn from ben: consult-over", "cancelled: consult-over");
    }

    @Test
    void handedOnWorkGoesToOneAgentOrAnotherQueueAndNowhereElse() {
        var floor = new Floor(annaAndBen());
        floor.available("anna");
        floor.available("ben");
        floor.gets(message("m1"));
        floor.accepts("anna", floor.offer());
        UUID work = floor.work("m1");
        assertThat(floor.transfers("anna", work, new TransferTarget(null, null, null)))
                .containsExactly("refused: no-such-target");
        assertThat(floor.transfers("anna", work, new TransferTarget("ben", "general", null)))
                .containsExactly("refused: no-such-target");
        assertThat(floor.transfers("anna", work, new TransferTarget("ben", null, null)))
                .containsExactly("transferred by anna", "offered to ben");
        floor.accepts("ben", floor.offer());
        assertThat(floor.transfers("ben", work, new TransferTarget(null, "general", null)))
                .containsExactly("transferred by ben", "queued in general");
        assertThat(floor.later(Duration.ofMinutes(1)).ticks()).containsExactly("offered to anna");
        assertThat(floor.offered().workItem().queue()).isEqualTo("general");
    }

    @Test
    void aMessageInOverflowedWorkIsNotLostAndTheOtherCentreGoesOnWithTheSameWork() {
        var floor = new Floor(annaAndBen());
        floor.gets(message("m1"));
        var item = ((RoutingEvent.WorkQueued) floor.last.getFirst()).workItem();
        var other = new Floor(setup("1", List.of(general()), agent("zoe", 2)));
        other.available("zoe");
        assertThat(other.gets(new RoutingCommand.ReceiveWork(
                        other.nextId(), "acme", "main", "routing", other.now, "elsewhere", item)))
                .containsExactly("queued in general", "offered to zoe");
        assertThat(other.offered().workItem().messageIds()).containsExactly(id("m1"));
        assertThat(other.gets(message("m1"))).isEmpty();
    }

    @Test
    void timeNeverGoesBack() {
        var floor = new Floor(annaAndBen());
        floor.later(Duration.ofSeconds(-60)).available("anna");
        assertThat(floor.last).extracting(RoutingEvent::at).containsOnly(Fixtures.NINE);
    }
}
