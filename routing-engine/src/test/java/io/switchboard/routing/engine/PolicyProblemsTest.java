package io.switchboard.routing.engine;

import static io.switchboard.routing.engine.APolicy.channel;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Policy.Agent;
import io.switchboard.routing.engine.Policy.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyProblemsTest {

    @Test
    void aSoundPolicyHasNone() {
        assertThat(APolicy.with(AQueue.asking("billing", 3), AQueue.asking("technical", 2))
                        .problems())
                .isEmpty();
    }

    @Test
    void numbersHaveBounds() {
        var policy = APolicy.with();
        policy.version = " ";
        policy.offerTimeout = 3601;
        policy.expiries = 0;
        policy.pause = -1;
        policy.absence = 604_801;
        policy.perPriority = 3601;
        policy.headStart = -1;
        policy.cap = -1;
        assertThat(policy.problems())
                .containsExactly(
                        "absenceSeconds: must be 0 to 604800, is 604801",
                        "emergencyCap: must be 0 to 1000000, is -1",
                        "emergencyHeadStartSeconds: must be 0 to 604800, is -1",
                        "expiriesUntilNotResponding: must be 1 to 1000, is 0",
                        "offerTimeoutSeconds: must be 1 to 3600, is 3601",
                        "pauseSeconds: must be 0 to 604800, is -1",
                        "secondsPerPriority: must be 0 to 3600, is 3601",
                        "version: missing");
    }

    @Test
    void theEndsOfEveryRangeAreInIt() {
        var policy = APolicy.with();
        policy.offerTimeout = 1;
        policy.expiries = 1;
        policy.pause = 0;
        policy.absence = 0;
        policy.perPriority = 0;
        policy.headStart = 0;
        policy.cap = 0;
        assertThat(policy.problems()).isEmpty();
    }

    @Test
    void aRuleIsAskedOnce() {
        var policy = APolicy.with();
        policy.choosing = List.of(Rule.LOAD, Rule.IDLE, Rule.LOAD);
        assertThat(policy.problems()).containsExactly("choosing: load is there twice");
    }

    @Test
    void aChannelHasAWeightThatSomebodyCanTake() {
        var policy = APolicy.with();
        policy.channels =
                Map.of("", channel(1), "email", channel(0), "voice", channel(7), "sms", new Channel(1, -1, Set.of()));
        assertThat(policy.problems())
                .contains(
                        "channelWeights: a channel without a name",
                        "channelWeights.email: must be 1 to 1000000, is 0",
                        "channelWeights.voice: nobody has a capacity of 7",
                        "channelLimits.sms: must be 0 to 1000000, is -1",
                        "queues.general: nobody with the skills has the capacity for voice");
    }

    @Test
    void aChannelInterruptsOthersThatAreThereAndDoNotInterruptIt() {
        var policy = APolicy.with();
        policy.channels = Map.of(
                "voice", channel(6, "voice", "fax", "email"), "email", channel(1, "voice"), "sms", channel(1, "email"));
        assertThat(policy.problems())
                .containsExactly(
                        "interrupts.email: voice interrupts it, too",
                        "interrupts.voice: a channel can't interrupt itself",
                        "interrupts.voice: email interrupts it, too",
                        "interrupts.voice: fax is no channel");
    }

    @Test
    void anAgentHasANameAndLevelsAndRoomForSomething() {
        var policy = APolicy.with();
        policy.agents = List.of(
                new Agent("anna", 6, Map.of("billing", 6, "delivery", 0)),
                new Agent("anna", 0, Map.of()),
                new Agent("", 1_000_001, Map.of()));
        assertThat(policy.problems())
                .containsExactly(
                        "agents..capacity: must be at most 1000000",
                        "agents.anna.capacity: 0 is too little for any channel",
                        "agents.anna.skills.billing: must be 1 to 5, is 6",
                        "agents.anna.skills.delivery: must be 1 to 5, is 0",
                        "agents.name: anna is there twice",
                        "agents.name: missing");
    }

    @Test
    void anAgentMayHaveJustEnoughRoomOrAll() {
        var policy = APolicy.with();
        policy.channels = Map.of("voice", channel(6));
        policy.agents = List.of(new Agent("anna", 6, Map.of()), new Agent("ben", 1_000_000, Map.of()));
        assertThat(policy.problems()).isEmpty();
        policy.channels = Map.of("voice", channel(7));
        assertThat(policy.problems()).containsExactly("agents.anna.capacity: 6 is too little for any channel");
    }

    @Test
    void thereIsSomebody() {
        var policy = APolicy.with();
        policy.agents = List.of();
        assertThat(policy.problems()).contains("agents: there must be somebody to answer");
    }

    @Test
    void theLastQueueTakesEverything() {
        var policy = APolicy.with();
        policy.queues = List.of(AQueue.asking("billing", 1).build());
        assertThat(policy.problems()).containsExactly("queues: the last one must take every channel and topic");
        policy.queues = List.of();
        assertThat(policy.problems()).containsExactly("queues: the last one must take every channel and topic");
    }

    @Test
    void aQueueHasANameOfItsOwn() {
        assertThat(APolicy.with(new AQueue("general"), new AQueue("unsorted"), new AQueue(" "))
                        .problems())
                .containsExactly(
                        "queues.name: general is there twice",
                        "queues.name: missing",
                        "queues.unsorted.name: routing keeps this name for itself");
    }

    @Test
    void itsNumbersHaveBoundsAndItsChannelsAreThere() {
        var billing = AQueue.asking("billing", 6);
        billing.channels = Set.of("fax");
        billing.target = 0;
        billing.escalateAfter = -1;
        billing.preferredWait = 604_801;
        billing.wrapUp = -1;
        billing.maxWaiting = -1;
        assertThat(APolicy.with(billing).problems())
                .contains(
                        "queues.billing.channels: fax is no channel",
                        "queues.billing.escalateAfterSeconds: must be 0 to 31622400, is -1",
                        "queues.billing.maxWaiting: must be 0 to 10000000, is -1",
                        "queues.billing.preferredWaitSeconds: must be 0 to 604800, is 604801",
                        "queues.billing.serviceLevelSeconds: must be 1 to 31622400, is 0",
                        "queues.billing.skills.billing: must be 1 to 5, is 6",
                        "queues.billing.wrapUpSeconds: must be 0 to 604800, is -1");
    }

    @Test
    void somebodyCanServeIt() {
        assertThat(APolicy.with(AQueue.asking("billing", 5)).problems())
                .containsExactly("queues.billing.skills: nobody has them all");
        assertThat(APolicy.with(AQueue.asking("billing", 5).relaxing(APolicy.lower(60, "billing", 4)))
                        .problems())
                .isEmpty();
        assertThat(APolicy.with(AQueue.asking("mystery", 5).relaxing(APolicy.lower(60, "mystery", 4)))
                        .problems())
                .containsExactly("queues.mystery.skills: nobody has them all, even after every step");
        assertThat(APolicy.with(AQueue.asking("mystery", 5).relaxing(APolicy.leave(60, "elsewhere")))
                        .problems())
                .isEmpty();
    }

    @Test
    void whoCanServeItHasTheCapacity() {
        var policy = APolicy.with(AQueue.asking("billing", 4));
        policy.agents = List.of(new Agent("anna", 5, Map.of("billing", 4)), new Agent("ben", 6, Map.of()));
        assertThat(policy.problems())
                .containsExactly("queues.billing: nobody with the skills has the capacity for voice");
    }

    @Test
    void aLanguageNobodySpeaksIsNoProblem() {
        var technical = AQueue.asking("technical", 1);
        technical.speakLanguage = true;
        assertThat(APolicy.with(technical).problems()).isEmpty();
    }

    @Test
    void whatOverflowsGoesSomewhere() {
        assertThat(APolicy.with(AQueue.asking("billing", 1).overflowing(10, null))
                        .problems())
                .containsExactly("queues.billing.maxWaiting: needs an overflowQueue");
        assertThat(APolicy.with(AQueue.asking("billing", 1).overflowing(10, "nowhere"))
                        .problems())
                .containsExactly("queues.billing.overflowQueue: nowhere is no queue");
        assertThat(APolicy.with(AQueue.asking("billing", 1).overflowing(10, "general"))
                        .problems())
                .isEmpty();
    }

    @Test
    void whatOverflowsDoesNotComeBack() {
        assertThat(APolicy.with(
                                AQueue.asking("delivery", 1).overflowing(10, "billing"),
                                AQueue.asking("billing", 1).overflowing(10, "technical"),
                                AQueue.asking("technical", 1).overflowing(10, "billing"))
                        .problems())
                .containsExactly(
                        "queues.billing.overflowQueue: overflows in a circle",
                        "queues.technical.overflowQueue: overflows in a circle");
        assertThat(APolicy.with(AQueue.asking("billing", 1).overflowing(10, "billing"))
                        .problems())
                .containsExactly("queues.billing.overflowQueue: overflows in a circle");
    }
}
